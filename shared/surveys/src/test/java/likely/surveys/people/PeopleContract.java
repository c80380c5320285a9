package likely.surveys.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import likely.surveys.answers.Place;
import likely.surveys.answers.Range;
import likely.surveys.invitations.Occasion;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every store of people, and of what is known of their addresses, does. */
public abstract class PeopleContract {
    private static final long NOW = 1_700_000_000;
    private static final String OLD = "aa01";
    private static final String NEW = "bb02";

    protected abstract People people();

    protected abstract PeopleWrites writes();

    protected abstract Roster roster();

    protected abstract Standings standings();

    protected abstract Erasures erasures();

    private final Addresses addresses = new Addresses(() -> "secret");

    private Enrolment enrolment() {
        return new Enrolment(people(), writes(), standings(), addresses);
    }

    @Test
    void who_was_added_is_found_as_they_were() {
        Person whole = new Person(
                "1",
                "Ann@Example.com",
                "+14155551212",
                "Ann",
                Relation.PROSPECT,
                ZoneId.of("Asia/Tokyo"),
                "pt-BR",
                Map.of("plan", "pro"),
                Set.of("demo", "shop"),
                NOW - 5,
                NOW,
                NOW,
                1);

        assertThat(writes().add(whole, Set.of(OLD))).isTrue();
        assertThat(writes().add(person("2", NOW), Set.of(NEW))).isTrue();

        assertThat(people().find("1")).contains(whole);
        assertThat(people().find(List.of("1", "2", "3"))).isEqualTo(Map.of("1", whole, "2", person("2", NOW)));
        assertThat(people().find("3")).isEmpty();
        assertThat(people().standing(OLD).person()).isEqualTo("1");
        assertThat(people().standing("cc03")).isEqualTo(Standing.unknown("cc03"));
    }

    @Test
    void an_address_is_one_persons_and_nothing_is_half_written() {
        writes().add(person("1", NOW), Set.of(OLD));

        assertThat(writes().add(person("2", NOW), Set.of(NEW, OLD))).isFalse();

        assertThat(people().find("2")).isEmpty();
        assertThat(people().standing(NEW).person()).isNull();
    }

    @Test
    void somebody_who_changed_meanwhile_is_not_overwritten() {
        Person first = person("1", NOW);
        writes().add(first, Set.of(OLD));

        assertThat(writes().replace(first.changed(NOW + 1), Set.of(), Set.of())).isTrue();
        assertThat(writes().replace(first.changed(NOW + 2), Set.of(NEW), Set.of(OLD)))
                .isFalse();

        assertThat(people().find("1")).contains(first.changed(NOW + 1));
        assertThat(people().standing(OLD).person()).isEqualTo("1");
    }

    @Test
    void an_address_that_is_left_is_free_for_others() {
        Person first = person("1", NOW);
        writes().add(first, Set.of(OLD));

        assertThat(writes().replace(first.changed(NOW), Set.of(NEW), Set.of(OLD)))
                .isTrue();

        assertThat(people().standing(NEW).person()).isEqualTo("1");
        assertThat(writes().add(person("2", NOW), Set.of(OLD))).isTrue();
    }

    @Test
    void two_spellings_of_an_address_at_once_end_as_one_person() {
        List<String> spellings = List.of("ann@example.com", "ANN@example.com", "Ann@EXAMPLE.com", "aNN@example.COM");

        Set<String> ids = new TreeSet<>(spellings.parallelStream()
                .map(email -> enrolment().enrol(Details.of(email, null), "demo", Relation.CUSTOMER, NOW))
                .map(enrolled -> enrolled.person().id())
                .toList());

        assertThat(ids).hasSize(1);
        assertThat(ids(roster(), Range.ALL, null)).hasSize(1);
    }

    @Test
    void everybody_is_listed_oldest_first() {
        List<String> expected =
                IntStream.range(0, 60).mapToObj(i -> Integer.toString(100 + i)).toList();
        expected.forEach(id -> writes().add(person(id, NOW + Integer.parseInt(id)), Set.of("a" + id)));

        assertThat(ids(roster(), Range.ALL, null)).isEqualTo(expected);
        assertThat(ids(roster(), Range.ALL, new Place(NOW + 130, "130"))).isEqualTo(expected.subList(31, 60));
        assertThat(ids(roster(), new Range(NOW + 110, NOW + 112), null)).containsExactly("110", "111", "112");
        assertThat(ids(roster(), new Range(NOW + 112, NOW + 110), null)).isEmpty();
    }

    @Test
    void pages_of_all_partitions_have_everybody_once() {
        for (int i = 0; i < 25; i++) {
            writes().add(person(Integer.toString(100 + i), NOW), Set.of("a" + i));
        }

        List<String> ids = new ArrayList<>();
        for (int shard = 0; shard < People.SHARDS; shard++) {
            String after = null;
            do {
                People.Page page = people().page(shard, after, 2);
                page.people().forEach(person -> ids.add(person.id()));
                after = page.next();
            } while (after != null);
        }

        assertThat(ids).hasSize(25).doesNotHaveDuplicates();
    }

    @Test
    void an_asking_elsewhere_never_hides_a_later_one() {
        standings().askedElsewhere(OLD, NOW);
        standings().askedElsewhere(OLD, NOW - 5);

        assertThat(people().standing(OLD).asked())
                .isEqualTo(Map.of(Occasion.RELATIONAL, NOW, Occasion.TRANSACTIONAL, NOW));
        standings().responded(OLD, NOW);
        standings().responded(OLD, NOW - 5);
        assertThat(standings().of(List.of(OLD, NEW)).keySet()).containsExactly(OLD);
        assertThat(standings().of(List.of(OLD)).get(OLD).respondedAt()).isEqualTo(NOW);
    }

    @Test
    void who_unsubscribed_is_listed_by_the_first_time_oldest_first() {
        writes().add(person("1", NOW), Set.of(OLD));
        writes().add(person("2", NOW), Set.of(NEW));
        standings().unsubscribe(OLD, NOW + 9);
        standings().unsubscribe(NEW, NOW + 3);
        standings().unsubscribe(NEW, NOW + 20);
        standings().unsubscribe("cc03", NOW); // nobody's

        assertThat(marks(Range.ALL))
                .containsExactly(new Standings.Mark("2", NOW + 3), new Standings.Mark("1", NOW + 9));
        assertThat(marks(new Range(NOW + 4, null))).containsExactly(new Standings.Mark("1", NOW + 9));
        assertThat(standings().bounced(Range.ALL).hasNext()).isFalse();
    }

    @Test
    void a_new_address_takes_along_what_was_wished_and_asked() {
        Person ann = enrolment()
                .enrol(Details.of("ann@example.com", null), "demo", Relation.CUSTOMER, NOW)
                .person();
        standings().askedElsewhere(addresses.ofEmail("ann@example.com"), NOW);
        standings().unsubscribe(addresses.ofEmail("ann@example.com"), NOW);

        Person moved = enrolment()
                .change(ann.id(), Details.of("ann@new.example", null), "demo", NOW + 1)
                .orElseThrow();

        Standing there = people().standing(addresses.ofEmail("ann@new.example"));
        assertThat(there.person()).isEqualTo(moved.id()).isEqualTo(ann.id());
        assertThat(there.lastAsked()).contains(NOW);
        assertThat(there.unsubscribedAt()).isEqualTo(NOW);
    }

    @Test
    void a_new_address_takes_along_what_was_put_off_and_answered_in_pages_and_an_erasure_forgets_it() {
        Person ann = enrolment()
                .enrol(Details.of("ann@example.com", null), "demo", Relation.CUSTOMER, NOW)
                .person();
        noteInPage(addresses.ofEmail("ann@example.com"), "demo", NOW);
        noteInPage(addresses.ofEmail("ann@new.example"), "demo", NOW - 5);

        Person moved = enrolment()
                .change(ann.id(), Details.of("ann@new.example", null), "demo", NOW + 1)
                .orElseThrow();

        String address = addresses.ofEmail("ann@new.example");
        assertThat(people().standing(address).responded()).isEqualTo(Map.of("demo", NOW));
        assertThat(people().standing(address).dismissed()).isEqualTo(Map.of(Occasion.RELATIONAL, NOW));
        erasures().finish(moved, Set.of(address), new Receipt(ann.id(), NOW, NOW + 2, 0, 0));
        assertThat(people().standing(address).responded()).isEmpty();
        assertThat(people().standing(address).dismissed()).isEmpty();
        assertThat(people().standing(address).asked()).isEqualTo(Map.of(Occasion.RELATIONAL, NOW));
    }

    /** Notes that a relational survey was put off, and then answered, in a page. */
    protected abstract void noteInPage(String address, String survey, long at);

    @Test
    void an_erasure_ends_with_a_receipt_and_leaves_whether_mail_may_go() {
        Person ann = person("1", NOW);
        writes().add(ann, Set.of(OLD));
        standings().unsubscribe(OLD, NOW);
        standings().responded(OLD, NOW);
        Receipt receipt = new Receipt("1", NOW, NOW + 1, 2, 3);
        erasures().note(Receipt.started("1", NOW));

        assertThat(erasures().finish(ann.changed(NOW), Set.of(OLD), receipt)).isFalse();
        assertThat(erasures().receipt("1")).contains(Receipt.started("1", NOW));
        assertThat(erasures().finish(ann, Set.of(OLD), receipt)).isTrue();

        assertThat(erasures().receipt("1")).contains(receipt);
        assertThat(people().find("1")).isEmpty();
        Standing left = people().standing(OLD);
        assertThat(left.person()).isNull();
        assertThat(left.respondedAt()).isNull();
        assertThat(left.unsubscribedAt()).isEqualTo(NOW);
        assertThat(marks(Range.ALL)).isEmpty();
    }

    private List<Standings.Mark> marks(Range at) {
        List<Standings.Mark> marks = new ArrayList<>();
        standings().unsubscribed(at).forEachRemaining(marks::add);
        return marks;
    }

    private static List<String> ids(Roster roster, Range added, @Nullable Place after) {
        List<String> ids = new ArrayList<>();
        roster.list(added, after, 10).forEachRemaining(person -> ids.add(person.id()));
        return ids;
    }

    private static Person person(String id, long at) {
        return new Person(
                id,
                "p" + id + "@example.com",
                null,
                null,
                Relation.CUSTOMER,
                null,
                null,
                Map.of(),
                Set.of("demo"),
                null,
                at,
                at,
                1);
    }
}
