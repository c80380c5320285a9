package likely.local.schedules;

import com.cronutils.model.definition.CronDefinition;
import com.cronutils.model.definition.CronDefinitionBuilder;
import java.util.regex.Pattern;

/** The grammar of docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html. */
final class Expressions {

    static final Pattern FORM = Pattern.compile("(rate|cron)\\((.+)\\)");
    static final Pattern RATE = Pattern.compile("([1-9][0-9]*) (minute|hour|day)s?");

    /** Minutes, hours, day of month, month, day of week (1 is Sunday), year: Quartz without its seconds. */
    static final CronDefinition AWS = CronDefinitionBuilder.defineCron()
            .withMinutes()
            .withValidRange(0, 59)
            .and()
            .withHours()
            .withValidRange(0, 23)
            .and()
            .withDayOfMonth()
            .withValidRange(1, 31)
            .supportsL()
            .supportsW()
            .supportsLW()
            .supportsQuestionMark()
            .and()
            .withMonth()
            .withValidRange(1, 12)
            .and()
            .withDayOfWeek()
            .withValidRange(1, 7)
            .withMondayDoWValue(2)
            .supportsHash()
            .supportsL()
            .supportsQuestionMark()
            .and()
            .withYear()
            .withValidRange(1970, 2199)
            .and()
            .instance();

    private Expressions() {}
}
