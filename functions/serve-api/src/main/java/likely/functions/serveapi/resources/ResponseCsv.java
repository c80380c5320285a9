package likely.functions.serveapi.resources;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import likely.surveys.Response;
import likely.surveys.Survey;
import likely.surveys.answers.Filter;
import likely.surveys.json.Json;
import likely.surveys.people.Person;
import org.jspecify.annotations.Nullable;

/**
 * Responses as CSV (RFC 4180). The columns are those of the survey's settings, so that all pages of one export have the
 * same: a property that is counted has a column of its own, and all properties are in one more as JSON.
 */
final class ResponseCsv {
    /** API Gateway and Lambda pass on 6 MB, in which quotes and line breaks take twice their place. */
    private static final int MOST_BYTES = 2_500_000;

    private final Survey survey;
    private final boolean seesPeople;
    private final Map<String, Person> people;
    private final StringWriter text = new StringWriter();
    private final CsvWriter writer =
            CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
    private long bytes;

    /** @param people who answered, by id, of those who are known and may be seen */
    ResponseCsv(Survey survey, boolean seesPeople, Map<String, Person> people) {
        this.survey = survey;
        this.seesPeople = seesPeople;
        this.people = people;
        List<String> head = new ArrayList<>(List.of(
                "id",
                "created_at",
                "updated_at",
                "score",
                "band",
                "touchpoint",
                "comment",
                "person",
                "person_name",
                "person_email"));
        survey.segments().forEach(name -> head.add("segment:" + name));
        head.addAll(List.of("properties", "answers", "suspect", "excluded"));
        writer.writeRecord(head);
    }

    /** Adds a row; false when there is no place for it, as there always is for the first. */
    boolean add(Response response) {
        List<String> row = new ArrayList<>();
        row.add(response.id());
        row.add(time(response.createdAt()));
        row.add(time(response.updatedAt()));
        row.add(Integer.toString(response.score().value()));
        row.add(ResponseJson.lower(response.score().band()));
        row.add(ResponseJson.lower(response.touchpoint()));
        row.add(safe(response.comment()));
        row.add(safe(Filter.personOf(response)));
        row.add(safe(known(response, "name", Person::name)));
        row.add(safe(known(response, "email", Person::email)));
        survey.segments().forEach(name -> row.add(safe(segment(response, name))));
        row.add(json(response.properties()));
        row.add(json(response.answers()));
        row.add(Boolean.toString(response.suspect()));
        row.add(Boolean.toString(response.excluded()));
        long size = row.stream()
                .mapToLong(cell -> cell.getBytes(StandardCharsets.UTF_8).length + 3L)
                .sum();
        if (bytes > 0 && bytes + size > MOST_BYTES) {
            return false;
        }
        bytes += size;
        writer.writeRecord(row);
        return true;
    }

    /** What is known of who answered, or was proven in a page. */
    private @Nullable String known(Response response, String name, Function<Person, @Nullable String> of) {
        Person person = people.get(Filter.personOf(response));
        String proven = seesPeople ? response.identity().get(name) : null;
        return person == null ? proven : of.apply(person);
    }

    String text() {
        try {
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private String time(long seconds) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                Instant.ofEpochSecond(seconds).atZone(survey.zone()));
    }

    private static String segment(Response response, String name) {
        return response.segments().stream()
                .filter(segment -> segment.startsWith(name + "="))
                .map(segment -> segment.substring(name.length() + 1))
                .collect(Collectors.joining("; "));
    }

    private static String json(Map<String, ?> map) {
        return map.isEmpty() ? "" : Json.write(new TreeMap<>(map));
    }

    /** Spreadsheets run what begins like a formula: an apostrophe makes text of it. */
    private static String safe(@Nullable String cell) {
        String given = Objects.requireNonNullElse(cell, "");
        return !given.isEmpty() && "=+-@\t\r".indexOf(given.charAt(0)) >= 0 ? "'" + given : given;
    }
}
