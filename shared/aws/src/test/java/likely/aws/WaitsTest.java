package likely.aws;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WaitsTest {
    @Test
    void one_who_is_interrupted_waits_no_longer_and_stays_interrupted() {
        Thread.currentThread().interrupt();

        new Waits().before(100);

        assertThat(Thread.interrupted()).isTrue();
    }
}
