package likely.local.clock;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import likely.local.Json;
import likely.local.http.Page;
import likely.local.http.Reply;
import likely.local.http.Request;
import org.jspecify.annotations.Nullable;

/** GET /mailbox/clock tells the time, POST moves it: {@code forward=PT24H}, or {@code to=2027-01-01T00:00:00Z}. */
public final class ClockPage implements Page {

    private static final String PATH = "/mailbox/clock";

    private final MovableClock clock;

    public ClockPage(MovableClock clock) {
        this.clock = clock;
    }

    @Override
    public Optional<Reply> answer(Request request) {
        if (!request.path().equals(PATH)) {
            return Optional.empty();
        }
        return Optional.of(
                switch (request.method()) {
                    case "GET" -> Reply.json(200, Json.text(document()));
                    case "POST" -> request.fromElsewhere() ? Reply.forbidden() : move(request);
                    default -> Reply.problem(405, "Only GET and POST");
                });
    }

    private Reply move(Request request) {
        Map<String, String> form = request.form();
        try {
            if (form.containsKey("forward")) {
                clock.forward(Duration.parse(form.get("forward")));
            } else if (form.containsKey("to")) {
                clock.to(Instant.parse(form.get("to")));
            } else {
                return Reply.problem(400, "forward (a duration such as PT24H) or to (an instant) is missing");
            }
        } catch (DateTimeException e) {
            return Reply.problem(
                    400, "forward is a duration such as PT24H, to an instant such as 2027-01-01T00:00:00Z");
        } catch (IllegalArgumentException e) {
            return Reply.problem(400, String.valueOf(e.getMessage()));
        }
        return request.fromPage() ? Reply.seeOther("../mailbox") : Reply.json(200, Json.text(document()));
    }

    private Map<String, @Nullable Object> document() {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("now", clock.instant().toString());
        document.put("ahead", clock.ahead().toString());
        document.put("aheadSeconds", clock.ahead().toSeconds());
        return document;
    }
}
