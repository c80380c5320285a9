package likely.surveys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import likely.surveys.Submission.Claim;
import likely.surveys.json.Invalid;
import org.junit.jupiter.api.Test;

/** Key and signature were computed by Python's hmac, as docs tell a shop's server to do. */
class IdentitiesTest {
    private static final String KEY = "18cd47fbea73ac17c2c48009d8d799dabd7fee658e682a20e45b5c4a2b645e0b";
    private static final Claim.Signed SIGNED = new Claim.Signed(
            "eyJzdXJ2ZXkiOiJkZW1vIiwiZXhwaXJlcyI6MjAwMDAwMDAwMCwiaWQiOiJjLTcifQ",
            "f56d9e82a066bf7fb101d3086e3a5ef1297794a15c92e840f0328ab56fc081ee");

    private final List<String> secrets = new ArrayList<>(List.of("s3cret"));
    private final Identities identities = new Identities(() -> List.copyOf(secrets));

    @Test
    void a_surveys_key_comes_from_the_newest_secret() {
        assertThat(identities.key("demo")).isEqualTo(KEY);
        assertThat(identities.key("other")).isNotEqualTo(KEY);
        secrets.add(0, "newer");
        assertThat(identities.key("demo")).isNotEqualTo(KEY);
    }

    @Test
    void what_is_signed_is_proven_until_it_expires() {
        assertThat(identities.check(SIGNED, "demo", 1_999_999_999L).proven()).isEqualTo(Map.of("id", "c-7"));
        Identities.Checked over = identities.check(SIGNED, "demo", 2_000_000_000L);
        assertThat(over.proven()).isEmpty();
        assertThat(over.said()).isEqualTo(Map.of("id", "c-7"));
    }

    @Test
    void any_valid_secret_will_do() {
        secrets.add(0, "newer");
        assertThat(identities.check(SIGNED, "demo", 0).proven()).isNotEmpty();
        secrets.remove("s3cret");
        assertThatThrownBy(() -> identities.check(SIGNED, "demo", 0)).isInstanceOf(Invalid.class);
    }

    @Test
    void one_surveys_signature_is_of_no_use_for_another() {
        assertThatThrownBy(() -> identities.check(SIGNED, "other", 0))
                .isInstanceOf(Invalid.class)
                .hasMessage("person.signature is not that of the payload under this survey's identity key");
    }

    @Test
    void what_is_only_said_is_never_proven() {
        Identities.Checked checked = identities.check(new Claim.Said(Map.of("email", "a@b.example")), "demo", 0);
        assertThat(checked.proven()).isEmpty();
        assertThat(checked.said()).isEqualTo(Map.of("email", "a@b.example"));
    }
}
