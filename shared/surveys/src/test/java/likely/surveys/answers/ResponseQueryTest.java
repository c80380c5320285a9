package likely.surveys.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import likely.scoring.Band;
import likely.surveys.Response;
import likely.surveys.Survey;
import likely.surveys.SurveyDocument;
import likely.surveys.SurveyTemplate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Pages, whichever way they are turned, hold what a look at all responses would have found, in its order. */
class ResponseQueryTest {
    private final InMemoryAnswers answers = new InMemoryAnswers();
    private final ResponseQuery query = new ResponseQuery(answers, answers);
    private final Survey survey = survey("demo");

    @Property(tries = 300)
    void pages_hold_what_is_wanted_in_order(@ForAll Random random) {
        answers.all.clear();
        Survey other = survey("other");
        for (int id = 1; id <= 60; id++) {
            long created = random.nextInt(100);
            long updated = random.nextInt(3) == 0 ? created + random.nextInt(50) : created;
            Map<String, String> properties = Map.of(
                    "region", List.of("EU", "US").get(random.nextInt(2)),
                    "plan", List.of("free", "paid").get(random.nextInt(2)));
            Response response = InMemoryAnswers.response(
                    random.nextInt(8) == 0 ? other : survey, id, random.nextInt(11), created, updated, properties);
            answers.all.add(InMemoryAnswers.marked(
                    response, random.nextBoolean() ? "place" : null, random.nextInt(4) == 0, 1, updated));
        }
        Filter filter = filter(random);
        List<String> wanted = wanted(filter);
        int size = 1 + random.nextInt(9);

        List<String> byNumber = new ArrayList<>();
        for (int page = 0; page * size <= wanted.size(); page++) {
            byNumber.addAll(ids(query.page(survey, filter, (long) page * size, size)));
        }
        assertThat(byNumber).isEqualTo(wanted);

        List<String> byPlace = new ArrayList<>();
        List<Response> page = query.after(survey, filter, null, size);
        while (!page.isEmpty()) {
            byPlace.addAll(ids(page));
            page = query.after(survey, filter, filter.place(page.get(page.size() - 1)), size);
        }
        assertThat(byPlace).isEqualTo(wanted);
    }

    private List<String> wanted(Filter filter) {
        Comparator<Response> order = Comparator.comparing(
                filter::place, filter.descending() ? Comparator.reverseOrder() : Comparator.naturalOrder());
        return answers.all.stream()
                .filter(it -> it.survey().equals("demo"))
                .filter(it -> filter.created().contains(it.createdAt()))
                .filter(it -> filter.updated().contains(it.updatedAt()))
                .filter(it -> filter.band() == null || it.score().band() == filter.band())
                .filter(it -> filter.suspect() == null || it.suspect() == filter.suspect())
                .filter(it -> filter.excluded() == null || it.excluded() == filter.excluded())
                .filter(it -> filter.person() == null || it.id().equals(filter.person()))
                .filter(it -> it.properties()
                        .entrySet()
                        .containsAll(filter.properties().entrySet()))
                .sorted(order)
                .map(Response::id)
                .toList();
    }

    private static Filter filter(Random random) {
        return new Filter(
                range(random),
                range(random),
                random.nextInt(8) == 0 ? Integer.toString(random.nextInt(60)) : null,
                null,
                random.nextInt(3) == 0
                        ? List.of(Band.DETRACTOR, Band.PASSIVE, Band.PROMOTER).get(random.nextInt(3))
                        : null,
                switch (random.nextInt(4)) {
                    case 0 -> Map.of("region", "EU");
                    case 1 -> Map.of("plan", "paid", "region", "US");
                    default -> Map.of();
                },
                random.nextInt(4) == 0 ? random.nextBoolean() : null,
                random.nextInt(3) == 0 ? random.nextBoolean() : null,
                random.nextBoolean(),
                random.nextBoolean());
    }

    private static Range range(Random random) {
        return random.nextInt(2) == 0
                ? Range.ALL
                : new Range(
                        random.nextInt(4) == 0 ? null : Long.valueOf(random.nextInt(60)),
                        random.nextInt(4) == 0 ? null : Long.valueOf(40 + random.nextInt(100)));
    }

    private static List<String> ids(List<Response> responses) {
        return responses.stream().map(Response::id).toList();
    }

    private static Survey survey(String id) {
        return SurveyDocument.apply(
                SurveyTemplate.RELATIONAL.survey(id, "Acme", 0), Map.of("segments", List.of("region")));
    }
}
