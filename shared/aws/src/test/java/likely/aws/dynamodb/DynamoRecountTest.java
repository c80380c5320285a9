package likely.aws.dynamodb;

import static likely.aws.dynamodb.Attributes.n;
import static likely.aws.dynamodb.Attributes.s;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import likely.embedded.EmbeddedDynamoDb;
import likely.embedded.Tables;
import likely.embedded.Template;
import likely.scoring.Band;
import likely.surveys.Answer;
import likely.surveys.Limits;
import likely.surveys.Response;
import likely.surveys.Subject;
import likely.surveys.Survey;
import likely.surveys.Surveys;
import likely.surveys.ledger.Image;
import likely.surveys.ledger.Tallying;
import likely.surveys.outreach.Outreach;
import likely.surveys.people.Relation;
import likely.surveys.recount.Kind;
import likely.surveys.recount.Numbers;
import likely.surveys.recount.Options;
import likely.surveys.recount.Recounting;
import likely.surveys.recount.Recounting.Outcome;
import likely.surveys.widget.Widget;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The recount over DynamoDB, in pages of seven. */
class DynamoRecountTest {
    private static final int ANSWERS = 24;
    private static final LocalDate DAY = Answer.DAY;
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T03:17:00Z"), ZoneOffset.UTC);
    private static final Recounting.Limits LIMITS =
            new Recounting.Limits(5, 2, 4, 3, Duration.ZERO, Duration.ZERO, 1_000);

    private final DynamoDbClient dynamoDb = EmbeddedDynamoDb.shared().client();
    private final Tables tables = EmbeddedDynamoDb.shared().freshTables(Template.find());
    private final String responses = tables.tableName("Responses");
    private final String scores = tables.tableName("Scores");
    private final DynamoSurveys surveys = new DynamoSurveys(dynamoDb, tables.tableName("Surveys"));
    private final DynamoResponses recorder = new DynamoResponses(dynamoDb, responses, CLOCK);
    private final DynamoLedger ledger = new DynamoLedger(dynamoDb, scores);
    private final CountedScores counted = new CountedScores(dynamoDb, scores);
    private final String fourth = id(4);
    private int runs;

    @BeforeEach
    void countedAnswersOfTwoSurveys() {
        surveys.add(survey("demo", List.of(), 1));
        for (int i = 0; i < ANSWERS; i++) {
            recorder.record(response(i));
            isOfPlan(i);
        }
        tally();
    }

    private void isOfPlan(int i) {
        AttributeValue properties = AttributeValue.fromM(Map.of("plan", s("p" + i % 2)));
        update(responses, Map.of("id", s(id(i))), "SET properties = :p", Map.of(":p", properties));
    }

    private static Answer answer(int i) {
        return Answer.of("order-" + i).survey(i % 3 == 0 ? "hotel" : "demo").score(i % 11);
    }

    private static Response response(int i) {
        return answer(i).day(DAY.plusDays(i % 2)).first();
    }

    private static String id(int i) {
        return response(i).id();
    }

    private static Survey survey(String id, List<String> segments, long version) {
        return new Survey(
                id,
                id,
                new Subject(Subject.Kind.COMPANY, "Shop", "Shop", null),
                Survey.Labels.NONE,
                List.of("en"),
                words("Why?"),
                words("Thank you"),
                List.of(),
                List.of(),
                ZoneId.of("Europe/Berlin"),
                List.of(),
                segments,
                Limits.NONE,
                null,
                null,
                Relation.CUSTOMER,
                Outreach.DEFAULT,
                Widget.DEFAULT,
                1,
                1,
                version);
    }

    private static Map<Band, String> words(String text) {
        return Map.of(Band.PROMOTER, text, Band.PASSIVE, text, Band.DETRACTOR, text);
    }

    private void tally() {
        List<Image> images = new ArrayList<>();
        dynamoDb.scanPaginator(s -> s.tableName(responses))
                .items()
                .forEach(item -> images.add(ResponseItem.image(item, false)));
        new Tallying(ledger, attempt -> {}).count(images);
    }

    private Recounting recounting() {
        return new Recounting(
                new Recounting.Parts(
                        new DynamoRecountStore(dynamoDb, responses, scores, CLOCK, 7),
                        ledger,
                        new DynamoRuns(dynamoDb, scores, CLOCK, 400),
                        surveys::find,
                        CLOCK,
                        attempt -> {},
                        wait -> {},
                        numbers -> {}),
                LIMITS);
    }

    private Numbers recount(boolean repair, boolean backfill) {
        Outcome outcome =
                recounting().begin("run-" + runs++, new Options(repair, backfill, null), () -> Duration.ofMinutes(15));
        return ((Outcome.Finished) outcome).numbers();
    }

    private void update(
            String table, Map<String, AttributeValue> key, String expression, Map<String, AttributeValue> values) {
        dynamoDb.updateItem(
                u -> u.tableName(table).key(key).updateExpression(expression).expressionAttributeValues(values));
    }

    private void make(Kind kind) {
        Map<String, AttributeValue> response = Map.of("id", s(fourth));
        Map<String, AttributeValue> entry = ScoreKeys.entry(fourth);
        switch (kind) {
            case MISSING -> recorder.record(Answer.of("never-counted").first());
            case BEHIND -> recorder.record(answer(4).day(DAY).score(9).edition(2));
            case DIFFERENT -> {
                update(scores, entry, "SET score = :s", Map.of(":s", n(10)));
                update(scores, counter(), "ADD b4 :less, b10 :more", Map.of(":less", n(-1), ":more", n(1)));
            }
            case AHEAD -> update(scores, entry, "SET rev = :r", Map.of(":r", n(12)));
            case UNREADABLE -> update(responses, response, "SET score = :s", Map.of(":s", s("nine")));
            case ORPHANED -> dynamoDb.deleteItem(d -> d.tableName(responses).key(response));
            case DRIFTED -> update(scores, counter(), "ADD b10 :more, n :more", Map.of(":more", n(3)));
        }
    }

    private static Map<String, AttributeValue> counter() {
        return Map.of("pk", s("count#demo"), "sk", s(DAY + "#0"));
    }

    @Test
    void what_is_counted_right_has_no_difference() {
        assertThat(recount(false, false).toMap())
                .containsEntry("responses", (long) ANSWERS)
                .containsEntry("entries", (long) ANSWERS)
                .containsEntry("counters", 4L)
                .containsEntry("differences", 0L)
                .containsEntry("unsettled", 0L);
    }

    @ParameterizedTest
    @EnumSource
    void each_kind_is_found_and_repaired_when_it_is_told_to(Kind kind) {
        make(kind);
        boolean repairable = kind != Kind.AHEAD && kind != Kind.UNREADABLE;

        Numbers told = recount(false, true);
        Numbers repaired = recount(true, false);
        Numbers after = recount(false, false);

        assertThat(told.found(kind)).as(told.toMap().toString()).isEqualTo(1);
        assertThat(told.differences()).isEqualTo(1);
        assertThat(repaired.toMap()).containsEntry("differences", 1L).containsEntry("repaired", repairable ? 1L : 0L);
        assertThat(after.differences()).isEqualTo(repairable ? 0 : 1);
    }

    @Test
    void a_segment_added_later_is_backfilled_and_an_edit_still_counts_right() {
        surveys.replace(survey("demo", List.of("plan"), 2));

        Numbers first = recount(false, true);
        Numbers second = recount(false, true);
        recorder.record(answer(4).day(DAY).score(9).segments("plan=p0").edition(2));
        isOfPlan(4);
        tally();
        Numbers third = recount(false, true);

        assertThat(first.toMap()).containsEntry("backfilled", 16L).containsEntry("differences", 0L);
        assertThat(second.toMap()).containsEntry("backfill", 0L).containsEntry("differences", 0L);
        assertThat(third.toMap()).containsEntry("backfill", 0L).containsEntry("differences", 0L);
        assertThat(counted.day("demo", "plan=p0", DAY)).isEqualTo(counted.day("demo", DAY));
        assertThat(counted.day("demo", DAY).get(9)).isEqualTo(2);
    }

    @Test
    void an_erased_answer_agrees() {
        recorder.erase(fourth);
        tally();

        assertThat(recount(false, false).differences()).isZero();
    }

    @Test
    void an_excluded_answer_agrees_and_one_that_is_counted_nevertheless_is_taken_out() {
        DynamoStoredResponses stored = new DynamoStoredResponses(dynamoDb, responses, CLOCK);
        assertThat(stored.exclude(stored.find(fourth).orElseThrow(), true, 1)).isTrue();
        tally();
        assertThat(recount(false, true).toMap())
                .containsEntry("differences", 0L)
                .containsEntry("backfilled", 0L);

        update(
                responses,
                Map.of("id", s(fourth)),
                "SET excluded = :no",
                Map.of(":no", AttributeValue.fromBool(false))); // at the same rev, as nobody does
        assertThat(recount(true, false).toMap()).containsEntry("different", 1L);
        assertThat(recount(false, false).differences()).isZero();
    }

    @Test
    void a_survey_that_no_longer_passes_its_own_checks_is_a_finding_and_nobody_elses_mistake() {
        Map<String, AttributeValue> settings = Map.of("pk", s("settings"), "sk", s("demo"));
        for (String spoilt :
                List.of("{\"id\":\"demo\",\"target\":101}", "no JSON", "{\"former_time_zones\":[\"Gone/By\"]}")) {
            update(tables.tableName("Surveys"), settings, "SET document = :d", Map.of(":d", s(spoilt)));

            assertThatExceptionOfType(Surveys.Unreadable.class)
                    .as(spoilt)
                    .isThrownBy(() -> surveys.find("demo"))
                    .withMessage("survey demo cannot be read");
            assertThat(recount(false, true).toMap())
                    .containsEntry("differences", 1L)
                    .containsEntry("unreadable", 1L);
        }
    }

    @Test
    void unreadable_entries_and_counters_are_findings_and_no_failures() {
        update(scores, ScoreKeys.entry(fourth), "SET rev = :r", Map.of(":r", s("third")));
        update(scores, counter(), "SET b4 = :b", Map.of(":b", n(1)));
        Map<String, AttributeValue> odd = new HashMap<>(counter());
        odd.put("sk", s("someday#0"));
        dynamoDb.putItem(p -> p.tableName(scores).item(odd));

        // The response, its entry and the odd counter; and the day lacks what the entry counted.
        assertThat(recount(true, false).found(Kind.UNREADABLE)).isEqualTo(3);
    }

    @Test
    void handed_over_after_each_step_it_ends_with_the_same_numbers() {
        make(Kind.MISSING);
        make(Kind.DRIFTED);
        make(Kind.ORPHANED);
        Map<String, Object> whole = recount(false, false).toMap();
        Supplier<Duration> none = () -> Duration.ZERO;

        Outcome outcome = recounting().begin("steps", new Options(false, false, null), none);
        int invocations = 1;
        while (outcome instanceof Outcome.HandedOver) {
            outcome = recounting().resume("steps", none);
            invocations++;
        }

        assertThat(((Outcome.Finished) outcome).numbers().toMap()).isEqualTo(whole);
        assertThat(invocations).isGreaterThan(15);
        assertThat(Optional.of(whole.get("differences"))).contains(3L);
    }
}
