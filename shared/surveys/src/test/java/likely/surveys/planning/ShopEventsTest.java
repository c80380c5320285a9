package likely.surveys.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import likely.surveys.campaigns.SampleCampaign;
import likely.surveys.invitations.Invitation;
import likely.surveys.invitations.Invitation.Kind;
import likely.surveys.invitations.InvitationId;
import likely.surveys.invitations.Occasion;
import likely.surveys.invitations.State;
import likely.surveys.json.Invalid;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShopEventsTest {
    private static final Instant NOW = Instant.parse("2026-05-04T10:00:00Z");
    private static final Instant NEXT_DAY = NOW.plus(Duration.ofDays(1));
    private static final String ID = InvitationId.survey("demo", "7", "event:1042", "");
    private final Stage stage = new Stage(NOW.toString());

    @BeforeEach
    void campaign() {
        stage.campaign("7", SampleCampaign.afterOrder());
    }

    @Test
    void an_order_brings_its_survey_after_the_delay_with_what_is_to_be_known_of_it() {
        assertThat(stage.events().handle(order())).isEqualTo(1);

        Invitation survey = stage.mails.find(ID).orElseThrow();
        assertThat(survey)
                .returns(Kind.SURVEY, Invitation::kind)
                .returns(Occasion.TRANSACTIONAL, Invitation::occasion)
                .returns(Map.of("order", "1042", "product", "Lamp"), Invitation::properties)
                .returns("1", Invitation::person);
        assertThat(stage.waiting()).isEqualTo(Map.of("1", List.of(NEXT_DAY, NEXT_DAY.plus(Duration.ofDays(3)))));
    }

    @Test
    void the_same_order_is_used_once_whatever_the_event_is_called() {
        stage.events().handle(order());
        stage.pass(Duration.ofHours(1));
        stage.events().handle(new ShopEvent("other", "OrderCompleted", stage.now, detail(Map.of("order", 1042))));

        assertThat(stage.mails.all()).hasSize(2);
        assertThat(stage.mails.find(ID).orElseThrow().dueAt()).isEqualTo(NEXT_DAY.getEpochSecond());
    }

    @Test
    void a_person_is_known_by_the_address_whatever_its_case() {
        stage.events().handle(order());
        stage.events().handle(event("OrderCompleted", detail(Map.of("order", "2", "email", "ADA@shop.EXAMPLE"))));

        assertThat(stage.everybody).hasSize(1);
        assertThat(stage.waiting().get("1")).hasSize(4);
    }

    @Test
    void an_order_that_came_back_is_not_asked_about() {
        stage.events().handle(order());
        stage.events().handle(returned());
        stage.events().handle(returned());

        assertThat(stage.waiting()).isEmpty();
        assertThat(stage.mails.find(ID).orElseThrow())
                .returns(State.CANCELLED, Invitation::state)
                .returns("event-undone", Invitation::reason);
    }

    @Test
    void not_even_when_that_is_told_before_the_order() {
        stage.events().handle(returned());
        stage.events().handle(order());
        stage.events().handle(order());

        assertThat(stage.waiting()).isEmpty();
        assertThat(stage.mails.all()).hasSize(1);
        assertThat(stage.everybody).isEmpty();
    }

    @Test
    void reminders_of_a_survey_that_was_sent_stop_too() {
        stage.events().handle(order());
        stage.mails.become(ID, State.SENT);
        stage.events().handle(returned());

        assertThat(stage.waiting()).isEmpty();
        assertThat(stage.mails.find(ID).orElseThrow().state()).isEqualTo(State.SENT);
    }

    @Test
    void what_no_campaign_wants_is_nobodys_business() {
        assertThat(stage.events().handle(event("CallEnded", Map.of()))).isZero();
        assertThat(stage.events().handle(event("OrderCompleted", detail(Map.of("survey", "other")))))
                .isZero();
        stage.change("7", Map.of("enabled", false));
        assertThat(stage.events().handle(order())).isZero();
        stage.change("7", SampleCampaign.withTrigger(SampleCampaign.afterOrder(), "source", "shop"));
        stage.change("7", Map.of("enabled", true));
        assertThat(stage.events().handle(new ShopEvent("bank", "OrderCompleted", NOW, detail(Map.of()))))
                .isZero();
        assertThat(stage.mails.all()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "order | | detail.order is missing, or no text or number",
                "email | | detail.email is missing",
                "email | nobody | detail.email is not an email address",
                "phone_number | 0170 | detail.phone_number is not a phone number such as +491701234567",
                "time_zone | Mars | detail.time_zone is not a time zone such as Europe/Berlin"
            })
    void what_is_wrong_is_named_with_its_field_and_nothing_is_planned(String field, String value, String error) {
        Map<String, Object> detail = detail(Map.of());
        detail.put(field, value);

        assertThatThrownBy(() -> stage.events().handle(event("OrderCompleted", detail)))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining(error);
        assertThatThrownBy(() -> stage.wishes().check(event("OrderCompleted", detail)))
                .hasMessageContaining(error);
        assertThat(stage.mails.all()).isEmpty();
    }

    @Test
    void one_campaign_that_cannot_does_not_keep_another_from_it() {
        stage.campaign("8", SampleCampaign.withTrigger(SampleCampaign.afterOrder(), "key", "invoice"));

        assertThatThrownBy(() -> stage.events().handle(order())).hasMessageContaining("detail.invoice is missing");

        assertThat(stage.mails.all()).hasSize(2);
    }

    @Test
    void what_is_told_a_week_too_late_is_refused() {
        ShopEvent old = new ShopEvent("shop", "OrderCompleted", NOW.minus(Duration.ofDays(9)), detail(Map.of()));

        assertThatThrownBy(() -> stage.events().handle(old)).hasMessageContaining("time is so long ago");
    }

    @Test
    void a_changed_delay_moves_what_was_not_sent() {
        stage.plan();
        stage.events().handle(order());
        stage.change("7", SampleCampaign.withTrigger(SampleCampaign.afterOrder(), "delay", 172_800));

        stage.plan();

        Instant due = NOW.plus(Duration.ofDays(2));
        assertThat(stage.waiting()).isEqualTo(Map.of("1", List.of(due, due.plus(Duration.ofDays(3)))));
    }

    private static ShopEvent order() {
        return event("OrderCompleted", detail(Map.of()));
    }

    private static ShopEvent returned() {
        return event("OrderReturned", Map.of("order", "1042"));
    }

    private static ShopEvent event(String type, Map<String, Object> detail) {
        return new ShopEvent("shop", type, NOW, detail);
    }

    private static Map<String, Object> detail(Map<String, Object> other) {
        Map<String, Object> detail = new LinkedHashMap<>(
                Map.of("order", "1042", "email", "ada@shop.example", "item", Map.of("name", "Lamp", "price", 12.5)));
        detail.putAll(other);
        return detail;
    }
}
