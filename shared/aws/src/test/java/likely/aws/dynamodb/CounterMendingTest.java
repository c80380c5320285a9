package likely.aws.dynamodb;

import static likely.aws.dynamodb.Attributes.n;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import likely.embedded.EmbeddedDynamoDb;
import likely.embedded.Template;
import likely.surveys.ledger.Contribution.CounterKey;
import likely.surveys.recount.Bins;
import likely.surveys.recount.RecountStore.CounterRepair;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class CounterMendingTest {
    private static final long NOW = 1_795_000_000_000L;
    private static final CounterKey COUNTER = new CounterKey("demo", "plan=pro", LocalDate.parse("2026-05-04"));
    private static final Bins MORE = Bins.of(0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 2);
    private static final Bins LESS = Bins.of(0, 0, 0, 0, 0, 0, 0, 0, 0, -1, 0, -1);

    private final DynamoDbClient dynamoDb = EmbeddedDynamoDb.shared().client();
    private final String table =
            EmbeddedDynamoDb.shared().freshTables(Template.find()).tableName("Scores");
    private final CounterMending mending =
            new CounterMending(dynamoDb, table, Clock.fixed(Instant.ofEpochMilli(NOW), ZoneOffset.UTC));

    @BeforeEach
    void twoNinesInTheThirdShard() {
        add(2, 2);
    }

    private void add(int shard, int nines) {
        dynamoDb.updateItem(u -> u.tableName(table)
                .key(ScoreKeys.counter(COUNTER, shard))
                .updateExpression("ADD b9 :n, n :n")
                .expressionAttributeValues(Map.of(":n", n(nines))));
    }

    private long nines() {
        return new CountedScores(dynamoDb, table)
                .day("demo", "plan=pro", COUNTER.day())
                .get(9);
    }

    private static CounterRepair repair(String run, long lookedAt) {
        return new CounterRepair(COUNTER, Map.of(2, MORE), LESS, run, lookedAt);
    }

    @Test
    void a_difference_is_added_to_the_first_shard() {
        assertThat(mending.repair(repair("one", NOW - 20))).isTrue();

        assertThat(nines()).isEqualTo(1);
        assertThat(CounterItem.read(dynamoDb.getItem(g -> g.tableName(table).key(ScoreKeys.counter(COUNTER, 0)))
                        .item()))
                .isEqualTo(LESS);
    }

    @Test
    void one_run_adds_it_once_even_when_the_counter_has_come_back_to_what_was_read() {
        mending.repair(repair("one", NOW - 20));
        add(0, 1);

        assertThat(mending.repair(repair("one", NOW - 20))).isTrue();
        assertThat(nines()).isEqualTo(2);
    }

    @Test
    void another_run_that_looked_before_the_repair_adds_nothing() {
        mending.repair(repair("one", NOW - 20));
        add(0, 1);

        assertThat(mending.repair(repair("two", NOW - 10))).isFalse();
        assertThat(nines()).isEqualTo(2);
    }

    @Test
    void a_run_that_looked_after_the_repair_may_add_again() {
        mending.repair(repair("one", NOW - 20));
        Map<Integer, Bins> now = Map.of(0, LESS, 2, MORE);

        assertThat(mending.repair(new CounterRepair(COUNTER, now, LESS, "two", NOW + 1)))
                .isTrue();
        assertThat(nines()).isZero();
    }

    @Test
    void a_counter_that_changed_in_any_shard_is_left_alone() {
        for (int shard : List.of(0, 2, 3)) {
            add(shard, 5);
            assertThat(mending.repair(repair("one", NOW - 20)))
                    .as("shard " + shard)
                    .isFalse();
            add(shard, -5);
        }
        assertThat(nines()).isEqualTo(2);
        assertThat(mending.repair(repair("one", NOW - 20))).isTrue();
    }
}
