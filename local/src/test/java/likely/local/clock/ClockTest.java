package likely.local.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import likely.aws.Clocks;
import likely.local.DataFolder;
import likely.local.http.Reply;
import likely.local.http.Request;
import likely.local.http.Requests;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClockTest {

    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

    @TempDir
    Path data;

    private DataFolder folder;
    private MovableClock clock;
    private ClockPage page;

    @BeforeEach
    void start() {
        folder = DataFolder.open(data);
        clock = new MovableClock(folder, InstantSource.fixed(NOON));
        page = new ClockPage(clock);
    }

    @AfterEach
    void stop() {
        folder.close();
    }

    @Test
    void it_is_the_real_clock_until_it_is_moved() {
        assertThat(clock.instant()).isEqualTo(NOON);
        assertThat(answer(Requests.get("/mailbox/clock")).body().text())
                .isEqualTo("{\"now\":\"2026-11-25T12:00:00Z\",\"ahead\":\"PT0S\",\"aheadSeconds\":0}");
    }

    @Test
    void it_is_moved_by_a_length_or_to_a_moment_and_stays_there_after_a_restart() {
        AtomicInteger moves = new AtomicInteger();
        clock.onMove(moves::incrementAndGet);

        answer(Requests.post("/mailbox/clock", "forward=PT24H"));
        Reply reply = answer(Requests.post("/mailbox/clock", "to=2026-11-27T00%3A00%3A00Z"));

        assertThat(reply.body().text()).contains("2026-11-27T00:00:00Z", "PT36H");
        assertThat(moves).hasValue(2);
        assertThat(new MovableClock(folder, InstantSource.fixed(NOON)).instant())
                .isEqualTo("2026-11-27T00:00:00Z");
    }

    @Test
    void functions_read_the_same_time() {
        clock.forward(Duration.ofDays(3));
        Map<String, String> environment =
                Map.of(MovableClock.VARIABLE, clock.file().toString());

        assertThat(Clocks.of(new likely.aws.Settings(environment)).instant())
                .isCloseTo(
                        Instant.now().plus(Duration.ofDays(3)),
                        Assertions.within(1, java.time.temporal.ChronoUnit.MINUTES));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "forward=-PT1H", // back
                "forward=PT0S",
                "to=2026-11-25T11:59:59Z",
                "forward=P9999D", // beyond ten years
                "forward=tomorrow",
                "to=noon",
                "",
            })
    void what_is_no_move_forward_is_refused_in_words(String form) {
        Reply reply = answer(Requests.post("/mailbox/clock", form));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body().text()).contains("title");
        assertThat(clock.ahead()).isZero();
    }

    @Test
    void another_sites_page_cannot_move_it() {
        for (String[] sender :
                new String[][] {{"Origin", "https://shop.example"}, {"Origin", "null"}, {"Sec-Fetch-Site", "cross-site"}
                }) {
            assertThat(answer(Requests.post("/mailbox/clock", "forward=P1D", sender))
                            .status())
                    .isEqualTo(403);
        }
        assertThat(clock.ahead()).isZero();
    }

    @Test
    void a_person_gets_back_to_the_page() {
        Reply reply = answer(Requests.post(
                "/mailbox/clock", "forward=P1D", "Origin", "http://localhost:8080", "Accept", "text/html,*/*"));
        assertThat(reply.status()).isEqualTo(303);
        assertThat(reply.headers().get("Location")).containsExactly("../mailbox");
    }

    @Test
    void a_file_that_says_no_time_is_an_error_that_names_it() {
        folder.replace("clock", "soon");
        assertThatThrownBy(() -> new MovableClock(folder, InstantSource.system()))
                .hasMessageContaining(clock.file().toString());
    }

    private Reply answer(Request request) {
        return page.answer(request).orElseThrow();
    }
}
