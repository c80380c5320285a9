package likely.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import likely.web.WebFiles.Folder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The ways into a page: script, module, Delighted's snippet. */
class WidgetEntriesTest extends WidgetPage {

    /** The loader that customers of Delighted have in their pages, with our host in the place of theirs. */
    private static final String SNIPPET = """
            <script>
            !function(e,t,r,n){if(!e[n]){for(var a=e[n]=[],i=["survey","reset","config","init","set","get","event","identify",
            "track","page","screen","group","alias"],s=0;s<i.length;s++){var c=i[s];a[c]=a[c]||function(e){return function(){
            var t=Array.prototype.slice.call(arguments);a.push([e,t])}}(c)}a.SNIPPET_VERSION="1.0.1";
            var o=t.createElement("script");o.type="text/javascript",o.async=!0,
            o.src="$host/integrations/web/v1/library/"+r+"/delighted.js";
            var l=t.getElementsByTagName("script")[0];l.parentNode.insertBefore(o,l)}}(window,document,"demo","delighted");
            </script>
            """;

    @ParameterizedTest
    @ValueSource(strings = {"widget.js", "widget.mjs", "delighted.js"})
    void eachIsAtMostSixKilobytes(String name) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(new WebFiles().find(Folder.PUBLIC, name).orElseThrow().bytes());
        }

        assertThat(bytes.size()).isLessThanOrEqualTo(6 * 1024);
    }

    @Test
    void twoTagsAreOneWidget() {
        page = SHOP.replace("$widget", "$widget$widget");
        visit();
        comesUp();
        browser.driver.executeScript("likely.open()");

        assertThat(browser.number("document.querySelectorAll('likely-widget').length"))
                .isOne();
        assertThat(server.settingsAsked).hasSize(1);
    }

    @Test
    void anOpeningFromBeforeTheScriptHadLoadedIsMadeGood() {
        page = SHOP.replace("feedback.onclick", "likely.push(['open']); feedback.onclick");
        visit("data-open=no");

        assertThat(comesUp()).isTrue();
        assertThat(browser.isTrue("document.activeElement.localName === 'likely-widget'"))
                .isTrue();
    }

    @Test
    void aHashedAddressKnowsTheService() {
        page = SHOP.replace(
                "$widget",
                "<script async crossorigin=anonymous src='" + server.service("assets/widget.0123456789abcdef.js")
                        + "' data-survey=demo></script>");
        visit();

        assertThat(comesUp()).isTrue();
    }

    @Test
    void aModuleIsImportedWithTheSurveyInItsAddress() {
        page = SHOP.replace(
                "$widget",
                "<script type=module>import likely, {open, identify, setProperties, track, on} from '"
                        + server.service("widget.mjs?survey=demo&open=no") + "';"
                        + "identify({name: 'Ada'}); setProperties({plan: 'pro'}); on('response', () => track('said'));"
                        + "open(); document.title = String(likely === window.likely)</script>");
        visit();
        choose(7);
        browser.await(() -> server.posted.size() == 1);

        assertThat(browser.driver.getTitle()).isEqualTo("true");
        assertThat(server.posted.get(0))
                .containsEntry("person", Map.of("name", "Ada"))
                .containsEntry("properties", Map.of("plan", "pro"));
    }

    @Test
    void aModuleIsATagToo() {
        page = SHOP.replace(
                "$widget", "<script type=module src='" + server.service("widget.mjs") + "' data-survey=demo></script>");
        visit();

        assertThat(comesUp()).isTrue();
    }

    @Test
    void delightedsSnippetAsksWhenItIsToldTo() {
        trigger("after_seconds", 3600);
        delighted("");
        visit();
        assertThat(staysAway()).as("a snippet without a call asks nothing").isTrue();
        assertThat(server.settingsAsked).isEmpty();

        browser.driver.executeScript(
                "delighted.page('Kettle'); delighted.survey(arguments[0])",
                Map.of(
                        "email",
                        "ada@shop.example",
                        "name",
                        "Ada",
                        "minTimeOnPage",
                        0,
                        "properties",
                        Map.of("questionProductName", "Kettle", "locale", "fr", "Order Id", "7")));
        choose(10);
        browser.await(() -> server.posted.size() == 1);

        assertThat(server.settingsAsked.get(0)).startsWith("fr,en-GB");
        assertThat(server.posted.get(0))
                .containsEntry("person", Map.of("email", "ada@shop.example", "name", "Ada"))
                .containsEntry(
                        "properties", Map.of("question_product_name", "Kettle", "locale", "fr", "Order Id", "7"));
    }

    @Test
    void delightedsPageIsAskedOnTheViewsItTellsOfAlone() {
        widget("pages", List.of("/cups"));
        delighted("delighted.survey({minTimeOnPage: 0})");
        visit();
        browser.await(() -> server.settingsAsked.size() == 1);

        browser.driver.executeScript("history.pushState(null, '', '/cups')");
        assertThat(staysAway()).isTrue();

        browser.driver.executeScript("delighted.survey({minTimeOnPage: 0})");
        assertThat(comesUp()).isTrue();
    }

    @Test
    void callsFromBeforeDelightedsScriptHadLoadedAreMadeGood() {
        delighted("delighted.survey({minTimeOnPage: 0, recurringPeriod: 864000})");
        visit();
        choose(10);
        browser.card("textarea");

        assertThat(browser.number("(localStorage['likely " + server.service("surveys/demo")
                        + " rest'] - Date.now()) / 864e5 + .5"))
                .isEqualTo(10);
    }

    @Test
    void delightedsOptionsHoldBack() {
        delighted("delighted.survey({minTimeOnPage: 0, sampleFactor: 0})");
        visit();
        assertThat(staysAway()).as("nobody is in the sample").isTrue();

        delighted("delighted.survey({minTimeOnPage: 0, initialDelay: 86400, createdAt: '" + Instant.now() + "'})");
        visit();
        assertThat(staysAway()).as("a customer of today").isTrue();

        delighted("delighted.survey({minTimeOnPage: 0, initialDelay: 86400, createdAt: '2020-02-03T04:05:06Z'})");
        visit();
        assertThat(comesUp()).as("a customer of long ago").isTrue();
    }

    private void delighted(String call) {
        page = SHOP.replace(
                "$widget",
                SNIPPET.replace("$host", server.service("").replaceFirst("/$", "")) + "<script>" + call + "</script>");
    }
}
