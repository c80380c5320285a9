package likely.functions.recount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import likely.surveys.json.Invalid;
import likely.surveys.json.Json;
import likely.surveys.recount.Options;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaskTest {
    @Test
    void tasks_are_read() {
        assertThat(read("{'task':'recount'}")).isEqualTo(new Task.Begin(new Options(false, false, null)));
        assertThat(read("{'task':'recount','repair':true,'backfill':true,'survey':'demo'}"))
                .isEqualTo(new Task.Begin(new Options(true, true, "demo")));
        assertThat(read("{'task':'resume','run':'one'}")).isEqualTo(new Task.Resume("one"));
        assertThat(read("{'task':'redrive'}")).isEqualTo(new Task.Redrive());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{} | task is missing",
                "{'task':'erase'} | task is not one of recount, resume, redrive",
                "{'task':7} | task is not text",
                "{'task':'recount','repair':'yes'} | repair is not true or false",
                "{'task':'recount','backfill':1} | backfill is not true or false",
                "{'task':'recount','survey':5} | survey is not text",
                "{'task':'recount','surveys':'demo'} | surveys is not a field of the task recount",
                "{'task':'resume'} | run is missing",
                "{'task':'resume','run':5} | run is not text",
                "{'task':'redrive','repair':true} | repair is not a field of the task redrive"
            })
    void what_is_wrong_is_named(String event, String message) {
        assertThatExceptionOfType(Invalid.class).isThrownBy(() -> read(event)).withMessage(message);
    }

    private static Task read(String event) {
        return Task.read(Json.object(event.replace('\'', '"')));
    }
}
