package likely.surveys.mail;

import java.util.Map;
import java.util.Set;
import likely.scoring.Band;
import likely.surveys.Survey;
import likely.surveys.SurveyDocument;
import likely.surveys.SurveyTemplate;
import likely.surveys.campaigns.Campaign;
import likely.surveys.invitations.Invitation;
import likely.surveys.invitations.Invitation.Kind;
import likely.surveys.json.Json;
import likely.surveys.people.Person;
import likely.surveys.people.Relation;
import org.jspecify.annotations.Nullable;

/** Orders of mails for tests: a survey of Acme's, a person Ada, and what each test says otherwise. */
final class Mails {
    static final String ANSWER = "https://nps.acme.example/answer/QfooBar-_123";
    static final String UNSUBSCRIBE = "https://nps.acme.example/unsubscribe/UfooBar-_123";

    private Mails() {}

    static Survey survey(String json) {
        return SurveyDocument.apply(SurveyTemplate.RELATIONAL.survey("demo", "Acme", 0), Json.object(json));
    }

    static Person person(@Nullable String name, @Nullable String locale, Map<String, String> properties) {
        return new Person(
                "7",
                "ada@mail.example",
                null,
                name,
                Relation.CUSTOMER,
                null,
                locale,
                properties,
                Set.of(),
                null,
                0,
                0,
                1);
    }

    static MailOrder order(
            Survey survey,
            @Nullable Campaign campaign,
            Kind kind,
            @Nullable Band band,
            Map<String, String> properties,
            Person person) {
        Invitation sample =
                new SampleMail(survey, campaign, kind, band, null).order("").invitation();
        Invitation invitation = new Invitation(
                "42",
                survey.id(),
                sample.campaign(),
                "w",
                kind,
                sample.occasion(),
                person.id(),
                "key",
                "42",
                null,
                sample.band(),
                sample.number(),
                properties,
                0,
                0,
                sample.state(),
                null,
                null);
        return new MailOrder(survey, campaign, invitation, person, ANSWER, UNSUBSCRIBE);
    }

    static MailContent render(String survey, Kind kind, @Nullable Band band) {
        return new MailRenderer()
                .render(order(survey(survey), null, kind, band, Map.of(), person("Ada", null, Map.of())));
    }

    static MailContent asked(Map<String, String> properties, Person person) {
        return new MailRenderer().render(order(survey("{}"), null, Kind.SURVEY, null, properties, person));
    }
}
