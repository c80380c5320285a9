package likely.functions.recordresponse.pages;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import likely.aws.http.FormBody;
import likely.aws.http.Reply;
import likely.aws.http.Request;
import likely.surveys.Survey;
import likely.surveys.answering.Asked;
import likely.surveys.mail.BrandColor;
import likely.surveys.people.SpecialProperties;
import likely.surveys.texts.SurveyWords;

/** One request for a page of one survey: who asks, in which words it is answered. */
final class Visit {
    private final Html html;
    private final Survey survey;
    private final Request request;
    private final String token;
    private final SurveyWords words;
    private final Map<String, Object> parts = new LinkedHashMap<>();

    Visit(Html html, Survey survey, Optional<Asked> asked, Request request, FormBody form) {
        this.html = html;
        this.survey = survey;
        this.request = request;
        this.token = request.pathParameter("token");
        SpecialProperties special =
                SpecialProperties.of(asked.map(Asked::properties).orElse(Map.of()));
        // As the mail spoke; a link without one is read by whoever has it.
        String wanted = form.text("lang")
                .or(() -> request.parameter("lang"))
                .or(special::locale)
                .orElse(request.header("Accept-Language"));
        Map<String, String> values = new LinkedHashMap<>();
        special.productName().ifPresent(product -> {
            values.put("subject", product);
            values.put("product", product);
        });
        words = SurveyWords.of(survey, null, wanted).with(values);
        parts.put("lang", words.language().tag());
        parts.put("dir", words.language().direction());
        parts.put("title", words.text("page.title"));
        parts.put("brand", survey.subject().brand());
        parts.put("logo", Optional.ofNullable(survey.outreach().sender().logo()).orElse(""));
        parts.put("token", token);
    }

    Survey survey() {
        return survey;
    }

    Request request() {
        return request;
    }

    String token() {
        return token;
    }

    SurveyWords words() {
        return words;
    }

    Visit with(String name, Object part) {
        parts.put(name, part);
        return this;
    }

    /** Lines above everything else. */
    Visit note(String text) {
        return with("notes", List.of(text));
    }

    Visit errors(List<String> texts) {
        return with("errors", texts);
    }

    Reply page(int status) {
        return html.page(status, new BrandColor(survey.outreach().sender().color()), parts);
    }

    /** A page that only says something. */
    Reply notice(int status, String heading, String text) {
        return with("notice", Map.of("heading", heading, "text", text)).page(status);
    }
}
