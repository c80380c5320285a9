package likely.e2e.permissions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The proof judges as IAM does. */
class StatementRulesTest {
    private static final Statement READ = new Statement(
            "f", "Read", List.of("dynamodb:GetItem"), List.of("T"), List.of("a#*"), Set.of("pk", "sk", "n"), true);

    @Test
    void a_call_needs_its_action_resource_keys_and_attributes_allowed() {
        assertThat(READ.allows(call("dynamodb:GetItem", "T", "a#1", "pk", "sk", "n")))
                .isTrue();
        assertThat(READ.allows(call("dynamodb:PutItem", "T", "a#1", "pk", "sk", "n")))
                .isFalse();
        assertThat(READ.allows(call("dynamodb:GetItem", "T/index/i", "a#1", "pk", "sk", "n")))
                .isFalse();
        assertThat(READ.allows(call("dynamodb:GetItem", "T", "b#1", "pk", "sk", "n")))
                .isFalse();
        assertThat(READ.allows(call("dynamodb:GetItem", "T", "a#1", "pk", "sk", "n", "secret")))
                .isFalse();
    }

    @Test
    void a_read_that_names_no_attribute_reads_all_of_them() {
        assertThat(READ.allows(call("dynamodb:GetItem", "T", "a#1", "pk", "sk")))
                .isFalse();
    }

    @Test
    void what_was_not_used_is_named() {
        Statement wide = new Statement(
                "f",
                "Wide",
                List.of("dynamodb:GetItem", "dynamodb:Query", "logs:PutLogEvents"),
                List.of("T"),
                List.of("a#*", "b#*"),
                Set.of("pk", "n"),
                false);

        assertThat(Unused.of(
                        List.of(call("dynamodb:GetItem", "T", "a#1", "pk")),
                        List.of(wide),
                        Set.of("logs:PutLogEvents")))
                .containsExactlyInAnyOrder(
                        "f, Wide: dynamodb:Query on T", "f, Wide: the partition keys b#*", "f, Wide: the attribute n");
    }

    @Test
    void a_pattern_means_itself_but_for_its_stars() {
        assertThat(Statement.matches("count#*", "count#demo#plan=a\nb")).isTrue();
        assertThat(Statement.matches("settings", "settings")).isTrue();
        assertThat(Statement.matches("settings", "settings#1")).isFalse();
        assertThat(Statement.matches("a.c", "abc")).isFalse();
    }

    private static Call call(String action, String resource, String key, String... attributes) {
        return new Call("f", action, resource, Set.of(key), Set.of(attributes));
    }
}
