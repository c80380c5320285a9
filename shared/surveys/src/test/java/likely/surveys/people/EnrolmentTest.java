package likely.surveys.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import likely.surveys.Unavailable;
import likely.surveys.people.Enrolment.Enrolled;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EnrolmentTest {
    private static final long NOW = 1_700_000_000;

    private final InMemoryPeople people = new InMemoryPeople();
    private final Addresses addresses = new Addresses(() -> "secret");
    private final Enrolment enrolment = new Enrolment(people, people, people.standings(), addresses);

    @Test
    void somebody_new_is_what_the_survey_asks() {
        Enrolled enrolled = enrolment.enrol(Details.of("ann@example.com", "Ann"), "demo", Relation.PROSPECT, NOW);

        assertThat(enrolled.created()).isTrue();
        Person ann = enrolled.person();
        assertThat(ann.id()).matches("[1-9][0-9]{0,18}");
        assertThat(ann.relation()).isEqualTo(Relation.PROSPECT);
        assertThat(ann.surveys()).containsExactly("demo");
        assertThat(ann.version()).isEqualTo(1);
        assertThat(people.find(ann.id())).contains(ann);
    }

    @Test
    void whoever_is_found_by_email_keeps_the_id_and_gets_what_is_new() {
        Person ann = enrol("ann@example.com", null);

        Enrolled again = enrolment.enrol(
                new Details(
                        "ANN@example.com",
                        null,
                        "+14155551212",
                        null,
                        "Ann",
                        null,
                        ZoneId.of("Asia/Tokyo"),
                        Map.of("plan", "pro", "locale", "fr"),
                        Set.of(),
                        NOW - 9),
                "shop",
                Relation.PROSPECT,
                NOW + 1);

        assertThat(again.created()).isFalse();
        assertThat(again.person())
                .isEqualTo(new Person(
                        ann.id(),
                        "ANN@example.com",
                        "+14155551212",
                        "Ann",
                        Relation.CUSTOMER,
                        ZoneId.of("Asia/Tokyo"),
                        "fr",
                        Map.of("plan", "pro", "locale", "fr"),
                        Set.of("demo", "shop"),
                        NOW - 9,
                        NOW,
                        NOW + 1,
                        2));
    }

    @Test
    void properties_are_merged_and_unset_by_name() {
        enrolment.enrol(properties(Map.of("plan", "pro", "region", "EU"), Set.of()), "demo", Relation.CUSTOMER, NOW);

        Person ann = enrolment
                .enrol(properties(Map.of("plan", "free"), Set.of("region")), "demo", Relation.CUSTOMER, NOW)
                .person();

        assertThat(ann.properties()).isEqualTo(Map.of("plan", "free"));
    }

    @Test
    void what_is_known_already_writes_nothing() {
        Person ann = enrol("ann@example.com", null);

        assertThat(enrol("ann@example.com", null)).isEqualTo(ann);
        assertThat(people.find(ann.id()).orElseThrow().version()).isEqualTo(1);
    }

    @Test
    void who_has_a_phone_alone_is_found_by_it_and_gets_the_email() {
        Person phone = enrol(null, "+14155551212");

        Person both = enrol("ann@example.com", "+14155551212");

        assertThat(both.id()).isEqualTo(phone.id());
        assertThat(both.email()).isEqualTo("ann@example.com");
        assertThat(enrolment.byEmail("ann@EXAMPLE.com")).contains(both);
        assertThat(enrolment.byPhone("+14155551212")).contains(both);
    }

    @Test
    void a_phone_that_somebody_with_another_email_has_is_refused() {
        enrol("ann@example.com", "+14155551212");

        assertThatThrownBy(() -> enrol("bob@example.com", "+14155551212"))
                .hasMessage("phone_number has already been taken");
        enrol("bob@example.com", null);
        assertThatThrownBy(() -> enrol("bob@example.com", "+14155551212"))
                .hasMessage("phone_number has already been taken");
    }

    @Test
    void an_update_moves_the_address_and_can_be_repeated() {
        Person ann = enrol("ann@example.com", null);
        Details update = moving("ann@example.com", "ann@new.example");

        Person moved = enrolment.enrol(update, "demo", Relation.CUSTOMER, NOW).person();
        Person again = enrolment.enrol(update, "demo", Relation.CUSTOMER, NOW).person();

        assertThat(moved.id()).isEqualTo(ann.id());
        assertThat(moved.email()).isEqualTo("ann@new.example");
        assertThat(again).isEqualTo(moved);
        assertThat(enrolment.byEmail("ann@example.com")).isEmpty();
    }

    @Test
    void an_update_to_somebody_elses_address_is_refused() {
        enrol("ann@example.com", null);
        enrol("bob@example.com", null);

        assertThatThrownBy(() ->
                        enrolment.enrol(moving("ann@example.com", "bob@example.com"), "demo", Relation.CUSTOMER, NOW))
                .hasMessage("email_update has already been taken");
    }

    @Test
    void no_more_properties_than_an_item_holds() {
        for (int i = 0; i < 100; i++) {
            enrolment.enrol(properties(Map.of("p" + i, "x"), Set.of()), "demo", Relation.CUSTOMER, NOW);
        }

        assertThatThrownBy(() ->
                        enrolment.enrol(properties(Map.of("one more", "x"), Set.of()), "demo", Relation.CUSTOMER, NOW))
                .hasMessage("properties would be more than 100 of one person");
    }

    @Test
    void whoever_is_overtaken_looks_again_and_not_for_ever() {
        AtomicInteger refusals = new AtomicInteger(3);
        PeopleWrites overtaken = new PeopleWrites() {
            @Override
            public boolean add(Person person, Set<String> keys) {
                return refusals.getAndDecrement() <= 0 && people.add(person, keys);
            }

            @Override
            public boolean replace(Person person, Set<String> taken, Set<String> freed) {
                return false;
            }
        };
        Enrolment contended = new Enrolment(people, overtaken, people.standings(), addresses);

        assertThat(contended
                        .enrol(Details.of("ann@example.com", null), "demo", Relation.CUSTOMER, NOW)
                        .created())
                .isTrue();
        assertThatThrownBy(() -> contended.enrol(Details.of("ann@example.com", "Ann"), "demo", Relation.CUSTOMER, NOW))
                .isInstanceOf(Unavailable.class);
    }

    private Person enrol(@Nullable String email, @Nullable String phone) {
        Details details = new Details(email, null, phone, null, null, null, null, Map.of(), Set.of(), null);
        return enrolment.enrol(details, "demo", Relation.CUSTOMER, NOW).person();
    }

    private static Details moving(String email, String to) {
        return new Details(email, to, null, null, null, null, null, Map.of(), Set.of(), null);
    }

    private static Details properties(Map<String, String> properties, Set<String> unset) {
        return new Details("ann@example.com", null, null, null, null, null, null, properties, unset, null);
    }
}
