package likely.surveys;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import likely.scoring.Score;
import org.jspecify.annotations.Nullable;

/** Makes responses for tests: {@code Answer.of("order-0001").score(9).segments("plan=pro").edition(2)}. */
public final class Answer {
    public static final String SURVEY = "demo";
    public static final LocalDate DAY = LocalDate.parse("2026-05-04");

    private final String submissionId;
    private String id;
    private String survey = SURVEY;
    private int score = 9;
    private @Nullable String comment;
    private Map<String, Object> answers = Map.of();
    private List<String> segments = List.of();
    private @Nullable Long expiresAt;
    private LocalDate day = DAY;
    private boolean limited;

    private Answer(String submissionId) {
        this.submissionId = submissionId;
        this.id = ResponseId.of(SURVEY, submissionId);
    }

    public static Answer of(String submissionId) {
        return new Answer(submissionId);
    }

    /** An id that is not this submission's own, as when two submissions share one. */
    public Answer forgedAs(String id) {
        this.id = id;
        return this;
    }

    public Answer survey(String survey) {
        this.survey = survey;
        this.id = ResponseId.of(survey, submissionId);
        return this;
    }

    public Answer score(int score) {
        this.score = score;
        return this;
    }

    public Answer comment(String comment) {
        this.comment = comment;
        return this;
    }

    public Answer answers(Map<String, Object> answers) {
        this.answers = answers;
        return this;
    }

    public Answer segments(String... segments) {
        this.segments = List.of(segments);
        return this;
    }

    public Answer day(LocalDate day) {
        this.day = day;
        return this;
    }

    public Answer expiresAt(long seconds) {
        this.expiresAt = seconds;
        return this;
    }

    public Answer limited() {
        this.limited = true;
        return this;
    }

    public Response first() {
        return edition(1);
    }

    public Response edition(int seq) {
        long createdAt = day.atStartOfDay().toEpochSecond(ZoneOffset.UTC) + 36_000;
        return new Response(
                id,
                survey,
                submissionId,
                seq,
                0,
                Score.of(score),
                comment,
                answers,
                Map.of(),
                segments,
                null,
                Map.of(),
                Map.of(),
                "en",
                "https://shop.example/orders",
                Touchpoint.WIDGET,
                day,
                createdAt,
                createdAt + 60L * (seq - 1),
                expiresAt,
                limited);
    }
}
