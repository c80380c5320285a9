package likely.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;
import likely.embedded.EmbeddedDynamoDb;
import likely.embedded.Template;
import likely.surveys.recount.Runs.Overtaken;
import likely.surveys.recount.Runs.Saved;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class DynamoRunsTest {
    private final DynamoDbClient dynamoDb = EmbeddedDynamoDb.shared().client();
    private final String table =
            EmbeddedDynamoDb.shared().freshTables(Template.find()).tableName("Scores");
    private final Clock clock = Clock.fixed(Instant.ofEpochSecond(1_795_000_000), ZoneOffset.UTC);
    private final DynamoRuns runs = new DynamoRuns(dynamoDb, table, clock);

    @Test
    void a_run_that_was_never_saved_is_not_there() {
        assertThat(runs.load("one")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 349_999, 350_000, 350_001, 1_500_000})
    void a_place_of_any_size_is_read_as_it_was_saved(int size) {
        byte[] state = bytes(size);

        runs.save("one", new Saved(1, state));

        assertThat(runs.load("one").orElseThrow().step()).isEqualTo(1);
        assertThat(runs.load("one").orElseThrow().state()).isEqualTo(state);
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 800_000})
    void who_saves_second_is_overtaken_and_spoils_nothing(int size) {
        runs.save("one", new Saved(1, bytes(size)));
        byte[] winner = bytes(size + 1);
        runs.save("one", new Saved(2, winner));

        assertThatExceptionOfType(Overtaken.class).isThrownBy(() -> runs.save("one", new Saved(2, bytes(size + 2))));
        assertThatExceptionOfType(Overtaken.class).isThrownBy(() -> runs.save("one", new Saved(1, bytes(size + 3))));

        assertThat(runs.load("one").orElseThrow().state()).isEqualTo(winner);
    }

    @Test
    void all_that_is_kept_expires_after_a_week() {
        runs.save("one", new Saved(1, bytes(800_000)));

        assertThat(dynamoDb.scan(s -> s.tableName(table)).items())
                .hasSize(4)
                .allSatisfy(
                        item -> assertThat(Attributes.number(item, "expiresAt")).isEqualTo(1_795_000_000 + 7 * 86_400));
    }

    private static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }
}
