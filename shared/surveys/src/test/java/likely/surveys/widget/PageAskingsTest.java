package likely.surveys.widget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import likely.surveys.Identities;
import likely.surveys.ResponseRecorder;
import likely.surveys.Survey;
import likely.surveys.SurveyDocument;
import likely.surveys.SurveyTemplate;
import likely.surveys.invitations.Occasion;
import likely.surveys.json.Invalid;
import likely.surveys.json.Json;
import likely.surveys.links.Hmac;
import likely.surveys.people.Addresses;
import likely.surveys.people.Relation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageAskingsTest {
    private static final Survey SURVEY = SurveyTemplate.RELATIONAL.survey("demo", "Acme", 0);
    private static final Survey ORDERS = SurveyTemplate.AFTER_PURCHASE.survey("orders", "Acme", 0);

    private final InMemoryVisitors visitors = new InMemoryVisitors();
    private final Identities identities = new Identities(() -> List.of("secret"));
    private final Addresses addresses = new Addresses(() -> "address secret");
    private Instant now = Instant.parse("2026-11-27T12:00:00Z");
    private boolean open = true;

    private boolean ask(Survey survey, String body) {
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        SignedVisitors people = new SignedVisitors(identities, addresses, visitors, clock);
        return new PageAskings(people, visitors, any -> open, clock).ask(survey, body, null);
    }

    private String signed(Survey survey, String who) {
        byte[] payload = ("{\"survey\":\"" + survey.id() + "\",\"expires\":" + (now.getEpochSecond() + 60) + who + "}")
                .getBytes(StandardCharsets.UTF_8);
        return Json.write(Map.of(
                "payload",
                Base64.getUrlEncoder().encodeToString(payload),
                "signature",
                HexFormat.of().formatHex(Hmac.sha256(identities.key(survey.id()), payload))));
    }

    private String ann(Survey survey) {
        return "{\"person\":" + signed(survey, ",\"email\":\"Ann@Shop.example\"") + "}";
    }

    private boolean askAnn(Survey survey) {
        return ask(survey, ann(survey));
    }

    private void dismissedByAnn(Survey survey) {
        String body = ann(survey);
        assertThat(ask(survey, body.substring(0, body.length() - 1) + ",\"dismissed\":true}"))
                .isFalse();
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }

    @Test
    void somebody_is_asked_once_and_again_when_the_quarantine_is_over() {
        assertThat(askAnn(SURVEY)).isTrue();
        assertThat(askAnn(SURVEY)).isFalse();
        pass(Duration.ofDays(89));
        assertThat(askAnn(SURVEY)).isFalse();
        pass(Duration.ofDays(1));
        assertThat(askAnn(SURVEY)).isTrue();
    }

    @Test
    void another_survey_waits_for_the_floor_and_one_for_the_same_occasion_for_the_quarantine() {
        Survey other = SurveyTemplate.RELATIONAL.survey("other", "Acme", 0);
        assertThat(askAnn(SURVEY)).isTrue();
        assertThat(askAnn(ORDERS)).isFalse();
        pass(Duration.ofDays(7));
        assertThat(askAnn(other)).isFalse();
        assertThat(askAnn(ORDERS)).isTrue();
    }

    @Test
    void an_asking_that_was_put_off_has_a_rest_of_its_own() {
        assertThat(askAnn(SURVEY)).isTrue();
        dismissedByAnn(SURVEY);
        pass(Duration.ofDays(29));
        assertThat(askAnn(SURVEY)).isFalse();
        assertThat(askAnn(ORDERS)).isFalse();
        pass(Duration.ofDays(1));
        assertThat(askAnn(SURVEY)).isTrue();
        assertThat(visitors.of(addresses.ofEmail("ann@shop.example")).asked())
                .isEqualTo(Map.of(Occasion.RELATIONAL, now.getEpochSecond()));
    }

    @Test
    void a_widgets_longer_rest_holds_for_its_survey() {
        Survey yearly = SurveyDocument.apply(SURVEY, Json.object("{\"widget\":{\"rest_days\":365}}"));
        assertThat(askAnn(yearly)).isTrue();
        pass(Duration.ofDays(100));
        assertThat(askAnn(yearly)).isFalse();
        pass(Duration.ofDays(265));
        assertThat(askAnn(yearly)).isTrue();
    }

    @Test
    void whom_the_survey_is_not_for_is_not_asked() {
        visitors.person("7", addresses.ofEmail("ann@shop.example"), Relation.PROSPECT);
        assertThat(askAnn(SURVEY)).isFalse();
        assertThat(askAnn(SurveyTemplate.PROSPECTS.survey("new", "Acme", 0))).isTrue();
    }

    @Test
    void of_somebody_without_an_address_nothing_is_noted() {
        String body = "{\"person\":" + signed(SURVEY, ",\"id\":\"c-17\"") + "}";
        assertThat(ask(SURVEY, body)).isTrue();
        assertThat(ask(SURVEY, body)).isTrue();
    }

    @Test
    void a_survey_that_takes_no_answers_asks_nobody() {
        open = false;
        assertThat(askAnn(SURVEY)).isFalse();
        open = true;
        assertThat(askAnn(SURVEY)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | person is not signed: only the shop's own server may ask this of somebody",
                "{\"person\":{\"email\":\"ann@shop.example\"}} | person is not signed: only the shop's own server may ask this of somebody",
                "{\"person\":{\"payload\":\"e30\"}} | person.signature is missing beside a payload",
                "{\"person\":{\"payload\":\"e30\",\"signature\":\"00\"}} | person.signature is not that of the payload under this survey's identity key",
                "{\"person\":1} | person is not an object",
                "{\"dismissed\":\"yes\"} | dismissed is not true or false",
            })
    void only_of_somebody_signed_it_is_told(String body, String error) {
        assertThatThrownBy(() -> ask(SURVEY, body)).isInstanceOf(Invalid.class).hasMessage(error);
    }

    @Test
    void a_signature_that_is_over_or_for_another_survey_tells_nothing() {
        String old = ann(SURVEY);
        assertThatThrownBy(() -> ask(ORDERS, old)).hasMessageContaining("person.signature");
        pass(Duration.ofMinutes(1));
        assertThatThrownBy(() -> ask(SURVEY, old)).hasMessage("person.payload has expired, or names nobody");
        assertThatThrownBy(() -> ask(SURVEY, "{\"person\":" + signed(SURVEY, "") + "}"))
                .hasMessage("person.payload has expired, or names nobody");
    }

    @Test
    void a_page_that_is_not_the_surveys_is_refused() {
        Survey own = SurveyDocument.apply(SURVEY, Map.of("allowed_origins", List.of("https://shop.example")));
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        PageAskings askings = new PageAskings(
                new SignedVisitors(identities, addresses, visitors, clock), visitors, any -> true, clock);
        assertThatThrownBy(() -> askings.ask(own, ann(own), "https://other.example"))
                .isInstanceOf(ResponseRecorder.OriginRefused.class);
        assertThat(askings.ask(own, ann(own), "https://shop.example")).isTrue();
    }

    @Test
    void of_many_tabs_at_once_one_asks() throws Exception {
        int tabs = 8;
        ExecutorService threads = Executors.newFixedThreadPool(tabs);
        try {
            for (int round = 0; round < 50; round++) {
                pass(Duration.ofDays(100));
                CyclicBarrier together = new CyclicBarrier(tabs);
                Callable<Boolean> tab = () -> {
                    together.await();
                    return askAnn(SURVEY);
                };
                List<Boolean> told = new ArrayList<>();
                for (Future<Boolean> answer : threads.invokeAll(Collections.nCopies(tabs, tab))) {
                    told.add(answer.get());
                }
                assertThat(told).containsOnlyOnce(true);
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
