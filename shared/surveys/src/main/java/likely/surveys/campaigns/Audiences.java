package likely.surveys.campaigns;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import likely.surveys.Survey;
import likely.surveys.campaigns.Trigger.Audience;
import likely.surveys.people.Person;

/** Who belongs to a schedule's audience. */
public final class Audiences {
    private Audiences() {}

    /** Why somebody does not. */
    public enum Miss {
        /** The person was added for other surveys. */
        NOT_OF_THIS_SURVEY,
        /** The survey, or the audience, is for customers and this is a prospect, or the other way round. */
        RELATION,
        /** A property has none of the values that are asked for. */
        PROPERTIES,
        /** The sample is of others. */
        SAMPLE,
        /** There is no address to write to. */
        NO_ADDRESS
    }

    /** What keeps a person out, the first there is; nothing for one who belongs to it. */
    public static Optional<Miss> miss(Survey survey, String campaign, Audience audience, Person person) {
        if (!person.surveys().contains(survey.id())) {
            return Optional.of(Miss.NOT_OF_THIS_SURVEY);
        } else if (person.relation() != survey.asks()
                || !(audience.relations().isEmpty() || audience.relations().contains(person.relation()))) {
            return Optional.of(Miss.RELATION);
        } else if (!hasOneOfEach(audience.properties(), person.properties())) {
            return Optional.of(Miss.PROPERTIES);
        } else if (audience.percent() < 100 && Share.of("sample", campaign, person.id()) * 100 >= audience.percent()) {
            return Optional.of(Miss.SAMPLE);
        }
        return person.email() == null ? Optional.of(Miss.NO_ADDRESS) : Optional.empty();
    }

    private static boolean hasOneOfEach(Map<String, List<String>> wanted, Map<String, String> properties) {
        return wanted.entrySet().stream().allMatch(each -> {
            String value = properties.get(each.getKey());
            return value != null && each.getValue().contains(value);
        });
    }
}
