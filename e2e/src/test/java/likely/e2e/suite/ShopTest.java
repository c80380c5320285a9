package likely.e2e.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import likely.e2e.client.Caller;
import likely.e2e.client.Customer;
import likely.e2e.client.Reply;
import likely.e2e.client.Survey;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.Actions;

/** A product page on another origin, in a real browser: what somebody says there is recorded once, and counted. */
class ShopTest {
    private static final Survey SURVEY = new Survey("demo", "");

    private static Customer customer;

    private long before;

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
        before = Survey.number(SURVEY.score(), "n");
        customer.comeAnew();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1"})
    void a_question_that_came_up_by_itself_is_answered_across_origins_and_policies(String host) {
        customer.open(customer.at(host, "/demo"));
        assertThat(customer.text("new URL(document.querySelector('script[data-survey]').src).hostname"))
                .isNotEqualTo(host);
        customer.card("legend");
        customer.one("input[value='slate']").click();

        new Actions(customer.driver).doubleClick(customer.score(9)).perform();
        customer.card("textarea").sendKeys("Pours well");
        customer.card("button.main").sendKeys(Keys.ENTER);

        customer.allSent();
        Map<String, Object> answer = onlyAnswer();
        assertThat(answer)
                .containsEntry("score", 9)
                .containsEntry("comment", "Pours well")
                .containsEntry("touchpoint", "widget");
        assertThat(Survey.object(answer, "person_properties"))
                .containsEntry("product", "gooseneck-kettle")
                .containsEntry("colour", "slate");
        assertThat(customer.violations()).isEmpty();
    }

    @Test
    void who_answered_is_asked_neither_in_another_tab_nor_after_going_back() {
        customer.open("/demo");
        customer.giveFeedback();
        customer.score(10).click();
        customer.allSent();

        customer.newTab();
        customer.open("/demo");
        assertThat(customer.isLeftInPeace()).isTrue();
        customer.open("/demo/checkout");
        customer.driver.navigate().back();
        assertThat(customer.isLeftInPeace()).isTrue();

        assertThat(onlyAnswer()).containsEntry("score", 10);
    }

    @Test
    void a_tab_that_was_closed_in_mid_answer_leaves_what_was_said_and_is_the_end_of_it() {
        String first = customer.driver.getWindowHandle();
        customer.newTab();
        customer.open("/demo");
        customer.giveFeedback();
        customer.score(3).click();
        customer.card("textarea").sendKeys("The lid");
        customer.driver.close();
        customer.driver.switchTo().window(first);

        assertThat(onlyAnswer()).containsEntry("score", 3).containsEntry("comment", null);

        customer.open("/demo");
        assertThat(customer.isLeftInPeace()).isTrue();
        customer.allSent();
        onlyAnswer();
    }

    @Test
    void two_tabs_in_which_somebody_answers_are_two_answers_and_neither_is_lost() {
        String first = customer.driver.getWindowHandle();
        customer.open("/demo");
        customer.giveFeedback();
        customer.newTab();
        customer.open("/demo");
        customer.giveFeedback();
        customer.score(8).click();
        customer.driver.switchTo().window(first);
        customer.score(2).click();

        assertThat(answers(2)).extracting(answer -> answer.get("score")).containsExactlyInAnyOrder(2, 8);
    }

    @Test
    void what_is_said_while_the_network_is_gone_arrives_when_it_is_back() {
        customer.open("/demo");
        customer.giveFeedback();
        customer.network(false);
        customer.score(7).click();
        customer.card("textarea").sendKeys("In the train");
        customer.card("button.main").sendKeys(Keys.ENTER);
        customer.await(() -> !customer.isTrue("document.activeElement.matches('textarea')"));
        assertThat(Survey.number(SURVEY.score(), "n")).isEqualTo(before);

        customer.network(true);

        customer.allSent();
        assertThat(onlyAnswer()).containsEntry("score", 7).containsEntry("comment", "In the train");
    }

    @Test
    void what_could_not_be_sent_arrives_with_the_next_visit() {
        String first = customer.driver.getWindowHandle();
        customer.newTab();
        customer.open("/demo");
        customer.giveFeedback();
        customer.network(false);
        customer.score(4).click();
        customer.card("textarea");
        customer.driver.close();
        customer.driver.switchTo().window(first);

        customer.open("/demo");

        assertThat(onlyAnswer()).containsEntry("score", 4);
    }

    @Test
    void who_was_not_heard_may_be_asked_again_by_making_the_browser_forget() {
        customer.open("/demo");
        customer.card("button.close").click();
        customer.driver.navigate().refresh();
        assertThat(customer.isLeftInPeace()).isTrue();

        customer.one("#ways summary").click();
        customer.one("#forget").click();
        customer.driver.navigate().refresh();

        assertThat(customer.card("legend").isDisplayed()).isTrue();
        assertThat(Survey.number(SURVEY.score(), "n")).isEqualTo(before);
    }

    private Map<String, Object> onlyAnswer() {
        return answers(1).get(0);
    }

    /** What was recorded since the visit began, once the score counts it; and no more than that. */
    private List<Map<String, Object>> answers(int number) {
        SURVEY.until(score -> Survey.number(score, "n") >= before + number);
        assertThat(Survey.number(SURVEY.score(), "n")).isEqualTo(before + number);
        Reply newest = Caller.owner().get("v1/survey_responses?survey=demo&order=desc&per_page=" + number);
        return newest.list();
    }
}
