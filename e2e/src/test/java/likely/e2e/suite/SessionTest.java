package likely.e2e.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import likely.e2e.client.Caller;
import likely.e2e.client.Reply;
import likely.e2e.client.Survey;
import likely.e2e.client.Target;
import org.junit.jupiter.api.Test;

/** The dashboard, for somebody with a browser. */
class SessionTest {

    @Test
    void signing_in_gives_a_cookie_that_opens_the_dashboard_and_the_api() {
        assertThat(Caller.anybody().get("").body()).contains("action=\"session\"");

        Reply signedIn = signIn(Caller.anybody(), Target.get().key());

        assertThat(signedIn.status()).isEqualTo(303);
        String cookie = signedIn.header("Set-Cookie");
        assertThat(cookie)
                .contains("HttpOnly", "SameSite=Strict")
                .doesNotContain(Target.get().key());
        // Behind a stage the cookie is for the stage's own path and no other's.
        assertThat(Target.get().url().getPath()).startsWith(attribute(cookie, "Path"));
        Caller browser = Caller.anybody().with("Cookie", cookie.split(";", 2)[0]);
        assertThat(browser.get("").body()).contains("dashboard/dashboard.js");
        assertThat(browser.get("").header("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(browser.get("dashboard/dashboard.js").status()).isEqualTo(200);
        assertThat(browser.get("v1/session").json()).containsEntry("role", "owner");
        assertThat(browser.get("v1/surveys").status()).isEqualTo(200);
        assertThat(browser.with("Sec-Fetch-Site", "same-origin")
                        .delete("session")
                        .header("Set-Cookie"))
                .contains("Max-Age=0");
    }

    @Test
    void a_wrong_key_gets_the_form_again() {
        Reply refused = signIn(Caller.anybody(), "not-a-key");

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.header("Set-Cookie")).isEmpty();
        assertThat(refused.body()).contains("action=\"session\"");
    }

    @Test
    void another_sites_page_can_neither_sign_in_nor_write_in_somebodys_name() {
        Survey survey = Survey.plain();
        String id = (String) survey.answer(8).json().get("id");
        survey.counted(1);
        Caller foreign = Caller.anybody().with("Origin", "https://evil.example").with("Sec-Fetch-Site", "cross-site");
        String cookie =
                signIn(Caller.anybody(), survey.key()).header("Set-Cookie").split(";", 2)[0];

        assertThat(signIn(foreign, survey.key()).status()).isEqualTo(403);
        assertThat(foreign.with("Cookie", cookie)
                        .delete("v1/survey_responses/" + id)
                        .status())
                .isEqualTo(403);

        assertThat(survey.score()).containsEntry("n", 1);
    }

    private static Reply signIn(Caller caller, String key) {
        return caller.with("Content-Type", "application/x-www-form-urlencoded")
                .send("POST", "session", "key=" + URLEncoder.encode(key, StandardCharsets.UTF_8));
    }

    private static String attribute(String cookie, String name) {
        for (String part : cookie.split(";", -1)) {
            if (part.strip().startsWith(name + "=")) {
                return part.strip().substring(name.length() + 1);
            }
        }
        return "";
    }
}
