package likely.e2e.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import likely.e2e.client.Asked;
import likely.e2e.client.Await;
import likely.e2e.client.Caller;
import likely.e2e.client.Customer;
import likely.e2e.client.LocalClock;
import likely.e2e.client.Mailbox;
import likely.e2e.client.Survey;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** Each way of asking that the demo shop shows, by the surveys that the first start makes. */
class ShopWaysTest {
    private static final Survey ORDERS = new Survey("demo-order", "");

    private static Customer customer;

    @BeforeAll
    static void enter() {
        customer = new Customer();
    }

    @AfterAll
    static void leave() {
        if (customer != null) {
            customer.close();
        }
    }

    @BeforeEach
    void come() {
        customer.comeAnew();
    }

    @Test
    void scrolling_half_way_down_asks() {
        customer.open("/demo/products/grinder");
        heldBack("demo-scroll");
        customer.scrollTo(".made");

        assertThat(customer.card("legend").isDisplayed()).isTrue();
    }

    @Test
    void the_reviews_ask_when_they_are_seen() {
        customer.open("/demo/products/dripper");
        heldBack("demo-seen");
        customer.scrollTo("#reviews");

        assertThat(customer.card("legend").isDisplayed()).isTrue();
    }

    @Test
    void a_pointer_that_leaves_by_the_top_asks() {
        customer.open("/demo/products/cups");
        heldBack("demo-exit");
        customer.driver.executeScript(
                "document.body.dispatchEvent(new MouseEvent('mouseout', {bubbles: true, clientY: -1}))");

        assertThat(customer.card("legend").isDisplayed()).isTrue();
    }

    @Test
    void a_confirmed_order_asks_and_nothing_does_on_the_way_there() {
        String email = Asked.newAddress("Ann");
        long before = Survey.number(ORDERS.score(), "n");
        buy(email);

        customer.score(9).click();

        ORDERS.until(score -> Survey.number(score, "n") == before + 1);
        assertThat(newest(ORDERS)).containsEntry("score", 9);
        assertThat(Survey.object(newest(ORDERS), "person_properties"))
                .containsEntry("product", "hand-grinder")
                .containsEntry("colour", "brick");
        assertThat(planned(email)).as("nobody proved to be that customer").hasSize(1);
        assertThat(customer.violations()).isEmpty();
    }

    @Test
    void the_answer_of_a_signed_in_customer_is_theirs_and_stops_the_mail_about_the_order() {
        String email = Asked.newAddress("Bea");
        signIn(email);
        buy(email);
        Await.until(() -> planned(email), mails -> mails.size() == 1);

        customer.score(10).click();
        customer.allSent();

        assertThat(newest(ORDERS)).containsEntry("person", person(email));
        LocalClock.forward(Duration.ofHours(1));
        assertThat(LocalClock.until(() -> planned(email), List::isEmpty)).isEmpty();
        assertThat(Mailbox.find().orElseThrow().to(email)).isEmpty();
    }

    @Test
    void a_signed_in_customer_who_was_asked_is_not_asked_on_another_device() {
        String email = Asked.newAddress("Cleo");
        signIn(email);
        customer.open("/demo");
        customer.card("legend");

        customer.comeAnew();
        signIn(email);
        customer.open("/demo");

        assertThat(customer.isLeftInPeace()).isTrue();
        assertThat(customer.violations()).isEmpty();
    }

    @Test
    void the_keyboard_is_enough() {
        Survey survey = new Survey("demo-exit", ""); // whose page asks nothing before a pointer leaves it
        long before = Survey.number(survey.score(), "n");
        customer.open("/demo/products/cups");
        customer.await(() -> customer.isTrue("typeof window.likely?.open === 'function'"));
        while (!customer.isTrue("document.activeElement.id === 'feedback'")) {
            customer.type(Keys.TAB);
        }
        customer.type(Keys.ENTER);
        customer.card("legend");
        customer.press(Keys.ARROW_RIGHT, 6);
        customer.type(Keys.ENTER);
        customer.card("textarea");
        customer.type("Heavy", Keys.TAB, Keys.ENTER);
        customer.type(Keys.ESCAPE);

        customer.await(() -> !customer.isAsked());
        assertThat(customer.isTrue("document.activeElement.id === 'feedback'")).isTrue();
        customer.allSent();
        survey.until(score -> Survey.number(score, "n") == before + 1);
        assertThat(newest(survey)).containsEntry("score", 6).containsEntry("comment", "Heavy");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void no_page_has_a_barrier_or_is_wider_than_320_px(boolean dark) {
        customer.screen(320, 640, dark);
        for (String page : List.of("/demo/checkout?product=cups", "/demo/account", "/demo/orders/A-1")) {
            customer.open(page);
            customer.driver.executeScript("document.querySelector('#ways').open = true");
            customer.findsNoBarrier();
        }
        customer.open("/demo");
        customer.giveFeedback();
        customer.findsNoBarrier();
        customer.score(2).click();
        customer.card("textarea");
        customer.findsNoBarrier();
    }

    /** What is asked by something is not asked before it: the widget is there and has its settings. */
    private static void heldBack(String survey) {
        customer.await(() -> customer.isTrue("typeof window.likely?.open === 'function'"));
        customer.await(() -> customer.isTrue(
                "performance.getEntriesByType('resource').some((it) => it.name.includes('surveys/" + survey + "'))"));
        assertThat(customer.isAsked()).isFalse();
    }

    private static void signIn(String email) {
        customer.open("/demo/account");
        customer.one("#email").sendKeys(email, Keys.ENTER);
        customer.one("form[action$='leave']");
    }

    private static void buy(String email) {
        customer.open("/demo/products/grinder");
        customer.one("input[value='brick']").click();
        customer.one("#choice button").click();
        customer.one("#email").clear();
        customer.one("#email").sendKeys(email);
        assertThat(customer.driver.findElements(By.cssSelector("script[data-survey]")))
                .isEmpty();
        customer.one("#email").sendKeys(Keys.ENTER);
        customer.one("[data-event='order_confirmed']");
    }

    private static Map<String, Object> newest(Survey survey) {
        return Caller.owner()
                .get("v1/survey_responses?survey=" + survey.id() + "&order=desc&per_page=1")
                .list()
                .get(0);
    }

    private static String person(String email) {
        return Caller.owner().get("v1/people?email=" + email.replace("+", "%2B")).list().stream()
                .map(person -> String.valueOf(person.get("id")))
                .findFirst()
                .orElse("");
    }

    /** The mails about an order that are still to come. */
    private static List<Map<String, Object>> planned(String email) {
        String id = person(email);
        return id.isEmpty()
                ? List.of()
                : Survey.objects(
                                Caller.owner()
                                        .get("v1/people/" + id + "/why?survey=demo-order")
                                        .json(),
                                "mails")
                        .stream()
                        .filter(mail -> Objects.equals(mail.get("state"), "scheduled"))
                        .toList();
    }
}
