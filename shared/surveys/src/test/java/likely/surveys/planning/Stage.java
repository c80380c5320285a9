package likely.surveys.planning;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import likely.surveys.Response;
import likely.surveys.Survey;
import likely.surveys.SurveyDocument;
import likely.surveys.SurveyTemplate;
import likely.surveys.Surveys;
import likely.surveys.answers.StoredResponses;
import likely.surveys.campaigns.Campaign;
import likely.surveys.campaigns.CampaignDocument;
import likely.surveys.campaigns.InMemoryCampaigns;
import likely.surveys.invitations.Invitation;
import likely.surveys.people.Addresses;
import likely.surveys.people.People;
import likely.surveys.people.Person;
import likely.surveys.people.Relation;
import likely.surveys.people.Standing;
import org.jspecify.annotations.Nullable;

/** A survey, its campaigns, people and answers in memory, with a clock to be moved. */
final class Stage {
    final InMemoryCampaigns campaigns = new InMemoryCampaigns();
    final InMemoryMails mails;
    final InMemoryPlaces places = new InMemoryPlaces();
    final Map<String, Person> everybody = new TreeMap<>();
    final Map<String, Response> answers = new LinkedHashMap<>();
    final Map<String, Standing> standings = new LinkedHashMap<>();
    final Addresses addresses = new Addresses(() -> "secret");
    Survey survey = SurveyTemplate.RELATIONAL.survey("demo", "Acme", 0);
    Instant now;

    Stage(String now) {
        this(now, new InMemoryMails());
    }

    Stage(String now, InMemoryMails mails) {
        this.now = Instant.parse(now);
        this.mails = mails;
    }

    Stage survey(Map<String, Object> changes) {
        survey = SurveyDocument.apply(survey, changes);
        return this;
    }

    Campaign campaign(String id, Map<String, Object> document) {
        Campaign campaign = CampaignDocument.create(id, survey, document, now.getEpochSecond());
        campaigns.add(campaign);
        return campaign;
    }

    void change(String id, Map<String, Object> changes) {
        Campaign campaign = campaigns.find("demo", id).orElseThrow();
        campaigns.replace(CampaignDocument.changed(campaign, survey, changes, now.getEpochSecond()));
    }

    Person person(String id) {
        return person(id, null, Map.of());
    }

    Person person(String id, @Nullable String zone, Map<String, String> properties) {
        Person person = person(id, zone, properties, Relation.CUSTOMER, Set.of("demo"), now.getEpochSecond());
        everybody.put(id, person);
        return person;
    }

    static Person person(
            String id,
            @Nullable String zone,
            Map<String, String> properties,
            Relation relation,
            Set<String> surveys,
            long at) {
        return new Person(
                id,
                "p" + id + "@shop.example",
                null,
                null,
                relation,
                zone == null ? null : ZoneId.of(zone),
                null,
                properties,
                surveys,
                null,
                at,
                at,
                1);
    }

    Planner planner() {
        return new Planner(new Planner.Parts(
                surveys(), campaigns, people(), responses(), mails, mails, places, new Askings(addresses), clock()));
    }

    ShopEvents events() {
        return new ShopEvents(
                new ShopEvents.Parts(wishes(), mails, mails, this::known, new Askings(addresses), clock()));
    }

    Wishes wishes() {
        return new Wishes(surveys(), campaigns);
    }

    FollowUps followUps() {
        return new FollowUps(
                new FollowUps.Parts(surveys(), campaigns, responses(), people(), mails, mails, addresses, clock()));
    }

    Planner.Numbers plan() {
        return planner().plan("a", () -> Duration.ofMinutes(4));
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    /** When each mail that waits is due, by person. */
    Map<String, List<Instant>> waiting() {
        Map<String, List<Instant>> due = new TreeMap<>();
        mails.all().stream()
                .filter(mail -> !mail.state().settled())
                .sorted(Comparator.comparing(Invitation::dueAt))
                .forEach(mail -> due.computeIfAbsent(mail.person(), id -> new ArrayList<>())
                        .add(Instant.ofEpochSecond(mail.dueAt())));
        return due;
    }

    private Person known(Contact contact, Survey asked, long at) {
        return everybody.values().stream()
                .filter(person -> contact.email().equalsIgnoreCase(person.email()))
                .findFirst()
                .orElseGet(() -> {
                    String id = Integer.toString(everybody.size() + 1);
                    Person person = new Person(
                            id,
                            contact.email(),
                            null,
                            contact.name(),
                            Relation.CUSTOMER,
                            contact.zone(),
                            null,
                            Map.of(),
                            Set.of(asked.id()),
                            null,
                            at,
                            at,
                            1);
                    everybody.put(id, person);
                    return person;
                });
    }

    Surveys surveys() {
        return new Surveys() {
            @Override
            public Optional<Survey> find(String id) {
                return Optional.of(survey).filter(one -> one.id().equals(id));
            }

            @Override
            public List<Survey> all() {
                return List.of(survey);
            }

            @Override
            public void add(Survey added) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void replace(Survey replaced) {
                throw new UnsupportedOperationException();
            }
        };
    }

    People people() {
        return new People() {
            @Override
            public Optional<Person> find(String id) {
                return Optional.ofNullable(everybody.get(id));
            }

            @Override
            public Map<String, Person> find(Collection<String> ids) {
                Map<String, Person> found = new LinkedHashMap<>();
                ids.forEach(id -> find(id).ifPresent(person -> found.put(id, person)));
                return found;
            }

            @Override
            public Standing standing(String address) {
                return standings.getOrDefault(address, Standing.unknown(address));
            }

            @Override
            public Page page(int shard, @Nullable String after, int most) {
                List<Person> page = everybody.values().stream()
                        .filter(person -> Math.floorMod(person.id().hashCode(), SHARDS) == shard)
                        .filter(person -> after == null || place(person).compareTo(after) > 0)
                        .sorted(Comparator.comparing(Stage::place))
                        .limit(most)
                        .toList();
                return new Page(page, page.size() < most ? null : place(page.get(most - 1)));
            }
        };
    }

    private static String place(Person person) {
        return "%012d#%s".formatted(person.createdAt(), person.id());
    }

    StoredResponses responses() {
        return new StoredResponses() {
            @Override
            public Optional<Response> find(String id) {
                return Optional.ofNullable(answers.get(id));
            }

            @Override
            public Map<String, Response> find(Collection<String> ids) {
                throw new UnsupportedOperationException();
            }

            @Override
            public boolean replace(Response changed) {
                throw new UnsupportedOperationException();
            }

            @Override
            public boolean exclude(Response read, boolean excluded, long at) {
                throw new UnsupportedOperationException();
            }
        };
    }

    Clock clock() {
        return new Clock() {
            @Override
            public Instant instant() {
                return now;
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
    }
}
