package likely.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import likely.scoring.Score;
import likely.surveys.Response;
import likely.surveys.Touchpoint;
import likely.surveys.ledger.Contribution;
import likely.surveys.ledger.Contribution.CounterKey;
import likely.surveys.ledger.Entry;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.time.api.Dates;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What is written is read again as it was. */
class ItemLawsTest {
    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().ofMinLength(1).ofMaxLength(20);
    }

    @Provide
    Arbitrary<String> segments() {
        Arbitrary<String> names = Arbitraries.strings()
                .alpha()
                .numeric()
                .withChars("äß -_.")
                .ofMinLength(1)
                .ofMaxLength(10);
        return Combinators.combine(names, texts()).as((name, value) -> name + "=" + value);
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Dates.dates().between(LocalDate.of(1999, 12, 31), LocalDate.of(2101, 1, 1));
    }

    @Provide
    Arbitrary<Contribution> contributions() {
        return Combinators.combine(
                        Arbitraries.of("demo", "call-centre-2"),
                        days(),
                        segments().list().ofMaxSize(4),
                        Arbitraries.integers().between(0, 10).map(Score::of),
                        Arbitraries.of(true, false))
                .as(Contribution::new);
    }

    @Provide
    Arbitrary<Response> responses() {
        Arbitrary<Object> answers = Arbitraries.oneOf(
                texts().map(text -> (Object) text),
                Arbitraries.integers().map(number -> (Object) number),
                Arbitraries.of(true, false).map(bool -> (Object) bool),
                texts().list().ofMaxSize(3).map(list -> (Object) list));
        Arbitrary<Map<String, String>> maps = Arbitraries.maps(texts(), texts()).ofMaxSize(3);
        return Combinators.combine(
                        contributions(),
                        Arbitraries.maps(texts(), answers).ofMaxSize(4),
                        maps,
                        maps,
                        texts().injectNull(0.3),
                        Arbitraries.of(Touchpoint.class),
                        Arbitraries.longs().between(0, 253_402_300_799L),
                        Arbitraries.longs().between(0, 253_402_300_799L).injectNull(0.5))
                .as((counted, answered, properties, person, text, touchpoint, at, expires) -> new Response(
                        "4611686018427387904",
                        counted.survey(),
                        "order-0001",
                        3,
                        9,
                        counted.score(),
                        text,
                        answered,
                        properties,
                        counted.segments(),
                        text,
                        person,
                        properties,
                        text,
                        text,
                        touchpoint,
                        counted.day(),
                        at,
                        at + 1,
                        expires,
                        counted.limited()));
    }

    @Property
    void aResponseIsReadAsItWasWritten(@ForAll("responses") Response response) {
        Map<String, AttributeValue> item = new HashMap<>(ResponseItem.lasting(response));
        ResponseItem.said(response).forEach((name, value) -> {
            if (value != null) {
                item.put(name, value);
            }
        });
        item.put("rev", Attributes.n(response.rev()));

        assertThat(ResponseItem.read(item)).isEqualTo(response);
        assertThat(ResponseItem.image(item, false).contribution()).isEqualTo(Contribution.of(response));
    }

    @Property
    void anEntryIsReadAsItWasWritten(@ForAll("contributions") Contribution counted, @ForAll boolean expired) {
        Entry entry = new Entry(4, 9, counted, expired);

        Map<String, AttributeValue> item = EntryItem.write("42", entry);

        assertThat(EntryItem.response(item)).isEqualTo("42");
        assertThat(EntryItem.read(item)).isEqualTo(entry);
    }

    @Property
    void aCounterIsToldByItsKeys(@ForAll("contributions") Contribution counted) {
        for (CounterKey counter : counted.counters()) {
            Map<String, AttributeValue> key = ScoreKeys.counter(counter, 3);
            assertThat(ScoreKeys.counter(key.get("pk").s(), key.get("sk").s())).isEqualTo(counter);
        }
    }

    @Property
    void countersThatDifferHaveKeysThatDiffer(
            @ForAll("contributions") Contribution one, @ForAll("contributions") Contribution other) {
        for (CounterKey a : one.counters()) {
            for (CounterKey b : other.counters()) {
                assertThat(ScoreKeys.counter(a, 0).equals(ScoreKeys.counter(b, 0)))
                        .isEqualTo(a.equals(b));
            }
        }
    }

    @Property
    void aNotedValueIsTheSegmentsOwn(@ForAll("segments") String segment) {
        Map<String, AttributeValue> key = ScoreKeys.value("demo", segment);

        String name = key.get("pk")
                .s()
                .substring(ScoreKeys.valuesPartition("demo", "").length());
        assertThat(List.of(name, key.get("sk").s())).isEqualTo(List.of(segment.split("=", 2)));
    }
}
