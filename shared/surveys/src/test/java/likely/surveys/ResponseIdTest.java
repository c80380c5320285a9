package likely.surveys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The expected ids were computed by Python's hashlib: the first 63 bits of SHA-256(survey + line feed + submissionId). */
class ResponseIdTest {

    @ParameterizedTest
    @CsvSource({
        "demo, submission-1, 5976587117090287314",
        "demo, 0193a5c2-6f1e-7b7a-9a51-2f0c7d1e4b90, 8467058278782399737",
        "a, aaaaaaaa, 7685007034538471590",
        "after-purchase, A_z-0123456789, 441464377762435933",
        "0, ----------------------------------------------------------------, 1681525530394577309"
    })
    void an_id_is_the_hash_of_survey_and_submission(String survey, String submission, String id) {
        assertThat(ResponseId.of(survey, submission)).isEqualTo(id);
    }

    @Test
    void the_parts_cannot_be_shifted_into_each_other() {
        assertThat(ResponseId.of("demo", "1-submission")).isNotEqualTo(ResponseId.of("demo1", "-submission"));
    }
}
