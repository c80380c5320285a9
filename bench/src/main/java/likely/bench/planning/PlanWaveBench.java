package likely.bench.planning;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import likely.aws.dynamodb.DynamoPlans;
import likely.bench.ItemSize;
import likely.embedded.EmbeddedDynamoDb;
import likely.embedded.Tables;
import likely.embedded.Template;
import likely.surveys.Response;
import likely.surveys.Survey;
import likely.surveys.SurveyTemplate;
import likely.surveys.Surveys;
import likely.surveys.answers.StoredResponses;
import likely.surveys.campaigns.Campaign;
import likely.surveys.campaigns.CampaignDocument;
import likely.surveys.campaigns.InMemoryCampaigns;
import likely.surveys.invitations.Invitation;
import likely.surveys.people.Addresses;
import likely.surveys.planning.Askings;
import likely.surveys.planning.InMemoryPlaces;
import likely.surveys.planning.Planner;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Time and memory of planning a wave: over people made as they are read it shows the planner's own work; over DynamoDB
 * Local the write units that a person's mails cost, computed from the items as they are stored.
 */
public final class PlanWaveBench {
    private static final Instant NOW = Instant.parse("2026-03-31T00:00:00Z");
    private static final Survey SURVEY = SurveyTemplate.RELATIONAL.survey("demo", "Acme", 0);

    private PlanWaveBench() {}

    public static void main(String[] arguments) {
        Heap heap = Heap.watched();
        System.out.printf(
                Locale.ROOT,
                "Java %s, at most %d MB of heap%n%n| people | mails | seconds | microseconds a person | heap after collections, peak MB |%n|--:|--:|--:|--:|--:|%n",
                Runtime.version().feature(),
                Runtime.getRuntime().maxMemory() >> 20);
        plan(20_000); // warms up, and is told of no one
        for (int people : new int[] {10_000, 100_000, 1_000_000}) {
            System.gc();
            heap.forget();
            long start = System.nanoTime();
            CountedMails mails = plan(people);
            double seconds = (System.nanoTime() - start) / 1e9;
            System.gc();
            System.out.printf(
                    Locale.ROOT,
                    "| %,d | %,d | %.2f | %.1f | %d |%n",
                    people,
                    mails.count(),
                    seconds,
                    seconds * 1e6 / people,
                    heap.peak() >> 20);
        }
        writeUnits(plan(10).last().orElseThrow());
        System.exit(0); // DynamoDB Local keeps threads
    }

    private static CountedMails plan(int people) {
        InMemoryCampaigns campaigns = new InMemoryCampaigns();
        campaigns.add(campaign());
        CountedMails mails = new CountedMails();
        Planner planner = new Planner(new Planner.Parts(
                new OneSurvey(),
                campaigns,
                new MadePeople(people),
                new NoResponses(),
                mails,
                mails,
                new InMemoryPlaces(),
                new Askings(new Addresses(() -> "secret")),
                Clock.fixed(NOW, ZoneOffset.UTC)));
        Planner.Numbers numbers = planner.plan("bench", () -> Duration.ofHours(1));
        if (!numbers.complete() || numbers.planned() != people * 2L) {
            throw new IllegalStateException("The wave was not planned as a whole: " + numbers.toMap());
        }
        return mails;
    }

    /** Everybody at nine on their own clock, with one reminder. */
    private static Campaign campaign() {
        return CampaignDocument.create(
                "7301444403447283712",
                SURVEY,
                Map.of(
                        "name",
                        "Quarterly",
                        "reminders",
                        Map.of("count", 1),
                        "trigger",
                        Map.of("type", "schedule", "rule", "FREQ=MONTHLY;INTERVAL=3", "start", "2026-01-01")),
                0);
    }

    /** A mail is written to the table and to two indexes; each copy costs by its own size. */
    private static void writeUnits(Invitation mail) {
        DynamoDbClient dynamoDb = EmbeddedDynamoDb.shared().client();
        Tables tables = EmbeddedDynamoDb.shared().freshTables(Template.find());
        String table = tables.tableName("Invitations");
        new DynamoPlans(dynamoDb, table).add(List.of(mail));
        var item = dynamoDb.scan(s -> s.tableName(table)).items().get(0);
        long stored = ItemSize.writeUnits(item);
        System.out.printf(
                Locale.ROOT,
                "%nA mail's item has %d bytes: %d write unit in the table and 1 in each of the 2 indexes, so %d a mail and %d a person with one reminder%n",
                ItemSize.bytes(item),
                stored,
                stored + 2,
                2 * (stored + 2));
    }

    private static final class OneSurvey implements Surveys {
        @Override
        public Optional<Survey> find(String id) {
            return Optional.of(SURVEY);
        }

        @Override
        public List<Survey> all() {
            return List.of(SURVEY);
        }

        @Override
        public void add(Survey survey) {
            throw new UnsupportedOperationException("there is one survey");
        }

        @Override
        public void replace(Survey survey) {
            throw new UnsupportedOperationException("there is one survey");
        }
    }

    private static final class NoResponses implements StoredResponses {
        @Override
        public Optional<Response> find(String id) {
            return Optional.empty();
        }

        @Override
        public Map<String, Response> find(Collection<String> ids) {
            return Map.of();
        }

        @Override
        public boolean replace(Response changed) {
            return false;
        }

        @Override
        public boolean exclude(Response read, boolean excluded, long at) {
            return false;
        }
    }
}
