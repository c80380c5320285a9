package likely.surveys.answers;

import java.util.Map;
import java.util.Optional;
import likely.scoring.Band;
import likely.scoring.Score;
import likely.surveys.Response;
import likely.surveys.Survey;
import org.jspecify.annotations.Nullable;

/**
 * Which responses are wanted, and in which order.
 *
 * @param created when they were created
 * @param updated when they were last changed; creation is the first change
 * @param person the person's id, or the response's own where no person is known
 * @param email of a person whose identity is proven, in any case of letters
 * @param properties by name: as counted, where the survey counts it, or as the answer has it
 * @param suspect whether they were marked when they came, since too many came from one place; null for either
 * @param excluded whether the owner has taken them out of the count; null for either
 * @param byUpdate in order of their last change instead of their creation
 */
public record Filter(
        Range created,
        Range updated,
        @Nullable String person,
        @Nullable String email,
        @Nullable Band band,
        Map<String, String> properties,
        @Nullable Boolean suspect,
        @Nullable Boolean excluded,
        boolean byUpdate,
        boolean descending) {

    public Filter {
        properties = Map.copyOf(properties);
    }

    /** Whether an index alone tells which responses are wanted. */
    boolean toldByIndex(Survey survey) {
        return updated.isAll()
                && !byUpdate
                && person == null
                && email == null
                && suspect == null
                && survey.segments().containsAll(properties.keySet());
    }

    /** What an entry of the index by time tells. */
    boolean allows(Entry entry) {
        Score score = entry.score();
        return (band == null || (score != null && score.band() == band))
                && properties.entrySet().stream()
                        .allMatch(wanted -> entry.segments().contains(wanted.getKey() + "=" + wanted.getValue()));
    }

    boolean allows(Response response, Survey survey) {
        return response.survey().equals(survey.id())
                && created.contains(response.createdAt())
                && updated.contains(response.updatedAt())
                && (band == null || response.score().band() == band)
                && (suspect == null || suspect == response.suspect())
                && (excluded == null || excluded == response.excluded())
                && (person == null || person.equals(personOf(response)))
                && (email == null || email.equalsIgnoreCase(response.identity().get("email")))
                && properties.entrySet().stream()
                        .allMatch(wanted -> has(response, survey, wanted.getKey(), wanted.getValue()));
    }

    private static boolean has(Response response, Survey survey, String name, String value) {
        return survey.segments().contains(name)
                ? response.segments().contains(name + "=" + value)
                : value.equals(response.properties().get(name));
    }

    /** Until somebody is known to have given it, a response is a person of its own. */
    public static String personOf(Response response) {
        return Optional.ofNullable(response.person()).orElse(response.id());
    }

    /** Where a response stands in this order. */
    public Place place(Response response) {
        return new Place(byUpdate ? response.updatedAt() : response.createdAt(), response.id());
    }
}
