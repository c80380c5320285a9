package likely.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import likely.embedded.EmbeddedDynamoDb;
import likely.embedded.Tables;
import likely.embedded.Template;
import likely.surveys.sources.MarkedSources;
import likely.surveys.sources.Source;
import likely.surveys.sources.SourceCounts;
import likely.surveys.sources.SourceCountsContract;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class DynamoSourcesTest extends SourceCountsContract {
    private static final EmbeddedDynamoDb DYNAMO_DB = EmbeddedDynamoDb.shared();
    private static final LocalDate DAY = LocalDate.parse("2026-11-27");

    private final Tables tables = DYNAMO_DB.freshTables(Template.find());
    private final String table = tables.tableName("Sources");

    @Override
    protected SourceCounts counts() {
        return new DynamoSourceCounts(DYNAMO_DB.client(), table);
    }

    @Override
    protected MarkedSources marked() {
        return new DynamoMarkedSources(DYNAMO_DB.client(), table, tables.tableName("Responses"));
    }

    private List<Map<String, AttributeValue>> stored() {
        return DYNAMO_DB.client().scan(s -> s.tableName(table)).items();
    }

    @Test
    void of_two_who_make_a_salt_at_once_both_get_the_one_that_is_stored() {
        AtomicReference<String> faster = new AtomicReference<>();
        DynamoSourceCounts slow = new DynamoSourceCounts(DYNAMO_DB.client(), table, () -> {
            faster.set(counts().salt(DAY)); // between the other's look and its write
            return "mine";
        });

        assertThat(slow.salt(DAY)).isEqualTo(faster.get()).isEqualTo(counts().salt(DAY));
    }

    @Test
    void a_salt_is_256_random_bits_and_all_but_the_list_is_gone_after_two_days() {
        String salt = counts().salt(DAY);
        long noon = Instant.parse("2026-11-27T12:00:00Z").getEpochSecond();
        Source source = new Source("demo", "2026-11-27-0123456789abcdef");
        counts().add(source, noon / 3_600, 1);
        counts().list(source, noon);

        assertThat(salt).hasSize(43);
        assertThat(stored())
                .extracting(
                        item -> item.get("pk").s() + " " + item.get("expiresAt").n())
                .containsExactlyInAnyOrder(
                        "salt#2026-11-27 "
                                + Instant.parse("2026-11-29T00:00:00Z").getEpochSecond(),
                        "count#2026-11-27-0123456789abcdef " + (noon + 2 * 86_400),
                        "places#demo " + (noon + 90 * 86_400));
    }
}
