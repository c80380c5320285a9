package likely.local.schedules;

import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import likely.embedded.TemplateException;

/** When something runs: {@code rate(5 minutes)} or {@code cron(17 3 * * ? *)}. */
interface Schedule {

    /** The next time after a moment; none if there is no other. */
    Optional<Instant> next(Instant after);

    static Schedule parse(String expression, ZoneId zone, String where) {
        Matcher matcher = Expressions.FORM.matcher(expression);
        if (!matcher.matches()) {
            throw new TemplateException(where + ": " + expression + " is neither rate(…) nor cron(…)");
        }
        try {
            return matcher.group(1).equals("rate") ? rate(matcher.group(2)) : cron(matcher.group(2), zone);
        } catch (IllegalArgumentException e) {
            throw new TemplateException(where + ": " + expression + ": " + e.getMessage(), e);
        }
    }

    private static Schedule rate(String text) {
        Matcher matcher = Expressions.RATE.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("expected a number and minutes, hours or days");
        }
        long count = Long.parseLong(matcher.group(1));
        Duration period = switch (matcher.group(2)) {
            case "minute" -> Duration.ofMinutes(count);
            case "hour" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
        return after -> Optional.of(after.plus(period));
    }

    private static Schedule cron(String text, ZoneId zone) {
        ExecutionTime times = ExecutionTime.forCron(new CronParser(Expressions.AWS).parse(text));
        return after -> times.nextExecution(after.atZone(zone))
                .map(time -> time.withZoneSameInstant(ZoneOffset.UTC).toInstant());
    }
}
