package likely.surveys.widget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import likely.scoring.Band;
import likely.surveys.Survey;
import likely.surveys.SurveyDocument;
import likely.surveys.SurveyTemplate;
import likely.surveys.json.Invalid;
import likely.surveys.json.Json;
import likely.surveys.widget.Widget.Device;
import likely.surveys.widget.Widget.Link;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WidgetDocumentTest {
    private static final Survey BLANK = SurveyTemplate.RELATIONAL.survey("demo", "Acme", 0);
    private static final Survey FULL = with(BLANK, """
            {"trigger":{"scroll_percent":60,"element":"#reviews","event":"order placed","exit_intent":true},
             "page_views":3,"share":0.25,"pages":["/products/*","*?sale=*"],"except_pages":["/checkout*"],
             "devices":["mobile","desktop"],"rest_days":60,"dismissed_days":0,"position":"top-start","theme":"dark",
             "color":"#0B5CAD","stamp":false,"do_not_track":true,
             "links":{"promoter":{"text":"Write a review","url":"https://reviews.example/acme"}}}""");

    private static Survey with(Survey survey, String widget) {
        return SurveyDocument.apply(survey, Map.of("widget", Json.object(widget)));
    }

    @Test
    void a_new_survey_asks_after_ten_seconds_on_every_page() {
        assertThat(BLANK.widget()).isEqualTo(Widget.DEFAULT);
        assertThat(BLANK.widget().trigger().afterSeconds()).isEqualTo(10);
        assertThat(BLANK.widget().pages()).isEmpty();
    }

    @Test
    void every_field_is_taken_and_comes_back_from_the_store() {
        Widget widget = FULL.widget();
        assertThat(widget.trigger()).isEqualTo(new Trigger(null, 60, "#reviews", "order placed", true));
        assertThat(widget.share()).isEqualTo(0.25);
        assertThat(widget.devices()).isEqualTo(Set.of(Device.DESKTOP, Device.MOBILE));
        assertThat(widget.links())
                .isEqualTo(Map.of(Band.PROMOTER, new Link("Write a review", "https://reviews.example/acme")));
        Map<String, Object> stored = Json.object(Json.write(SurveyDocument.write(FULL)));
        assertThat(SurveyDocument.stored(stored).widget()).isEqualTo(widget);
    }

    @Test
    void what_is_not_named_stays_and_a_trigger_is_replaced_as_a_whole() {
        Widget changed = with(FULL, "{\"trigger\":{\"after_seconds\":0},\"theme\":\"light\"}")
                .widget();
        assertThat(changed.trigger()).isEqualTo(new Trigger(0, null, null, null, false));
        assertThat(changed.pageViews()).isEqualTo(3);
        assertThat(changed.color()).isEqualTo("#0B5CAD");
        assertThat(with(FULL, "{\"trigger\":{}}").widget().trigger())
                .isEqualTo(new Trigger(null, null, null, null, false));
    }

    @Test
    void null_takes_a_color_and_a_link_back() {
        Widget changed =
                with(FULL, "{\"color\":null,\"links\":{\"promoter\":null}}").widget();
        assertThat(changed.color()).isNull();
        assertThat(changed.links()).isEmpty();
        assertThat(with(FULL, "{\"links\":{}}").widget().links())
                .isEqualTo(FULL.widget().links());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"share\":1.01} | widget.share is not a number from 0 to 1",
                "{\"share\":\"half\"} | widget.share is not a number from 0 to 1",
                "{\"trigger\":10} | widget.trigger is not an object",
                "{\"trigger\":{\"after_seconds\":-1}} | widget.trigger.after_seconds is not a whole number from 0 to 86400",
                "{\"trigger\":{\"scroll_percent\":101}} | widget.trigger.scroll_percent is not a whole number from 0 to 100",
                "{\"trigger\":{\"element\":\" \"}} | widget.trigger.element is blank",
                "{\"trigger\":{\"event\":1}} | widget.trigger.event is not text",
                "{\"trigger\":{\"exit_intent\":1}} | widget.trigger.exit_intent is not true or false",
                "{\"page_views\":0} | widget.page_views is not a whole number from 1 to 1000",
                "{\"pages\":\"/\"} | widget.pages is not a list",
                "{\"pages\":[\"/a\",\"https://shop.example/\"]} | widget.pages[1] is not the pattern of a path such as /products/*",
                "{\"except_pages\":[\"b\"]} | widget.except_pages[0] is not the pattern of a path such as /products/*",
                "{\"devices\":[]} | widget.devices is empty",
                "{\"devices\":[\"desktop\",\"watch\"]} | widget.devices[1] is not one of desktop, tablet, mobile",
                "{\"rest_days\":3651} | widget.rest_days is not a whole number from 0 to 3650",
                "{\"dismissed_days\":1.5} | widget.dismissed_days is not a whole number from 0 to 3650",
                "{\"position\":\"left\"} | widget.position is not one of bottom-end, bottom-start, top-end, top-start, center",
                "{\"theme\":\"pink\"} | widget.theme is not one of auto, light, dark",
                "{\"color\":\"red\"} | widget.color is not a color such as #2456c7",
                "{\"links\":{\"promoter\":{\"text\":\"x\",\"url\":\"javascript:alert(1)\"}}} | widget.links.promoter.url is not an https address",
                "{\"links\":{\"passive\":{\"url\":\"https://a.example\"}}} | widget.links.passive.text is missing",
                "{\"links\":{\"passive\":\"https://a.example\"}} | widget.links.passive is not an object",
                "{\"stamp\":\"no\"} | widget.stamp is not true or false",
                "{\"do_not_track\":1} | widget.do_not_track is not true or false",
            })
    void each_field_is_checked(String given, String error) {
        assertThatThrownBy(() -> with(BLANK, given)).isInstanceOf(Invalid.class).hasMessage(error);
    }
}
