package likely.functions.serveapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing in, and what ends it. */
class SessionTest {
    private final Api api = new Api();

    @Test
    void a_session_lasts_twelve_hours() {
        String cookie = signIn(Api.OWNER);

        api.clock.set(api.clock.instant().plus(Duration.ofHours(12)).minusSeconds(1));
        assertThat(status(cookie)).isEqualTo(200);
        api.clock.set(api.clock.instant().plusSeconds(1));
        assertThat(status(cookie)).isEqualTo(401);
        assertThat(page(cookie)).contains("action=\"session\"");
    }

    @Test
    void a_session_outlives_one_rotation_of_its_secret() {
        String cookie = signIn(Api.OWNER);

        api.sessionSecrets.add(0, "second");
        assertThat(status(cookie)).isEqualTo(200);
        api.sessionSecrets.set(1, "second");
        api.sessionSecrets.set(0, "third");
        assertThat(status(cookie)).isEqualTo(401);
    }

    @Test
    void a_session_ends_with_its_key() {
        Map<String, Object> viewer = api.owner("POST", "/v1/surveys/demo/keys")
                .json("{\"role\":\"viewer\"}")
                .send()
                .object();
        String cookie = signIn((String) viewer.get("key"));
        assertThat(status(cookie)).isEqualTo(200);
        api.owner("DELETE", "/v1/surveys/demo/keys/" + viewer.get("id")).send();
        assertThat(status(cookie)).isEqualTo(401);

        String owner = signIn(Api.OWNER);
        api.ownerKeys.set(0, "another");
        assertThat(status(owner)).isEqualTo(401);
    }

    @Test
    void a_session_cannot_be_changed_or_made_up() {
        String cookie = signIn(Api.OWNER);
        String token = cookie.substring("likely_session=".length());
        String[] parts = token.split("\\.", -1);

        assertThat(status("likely_session=" + (Long.parseLong(parts[0]) + 1) + "." + parts[1] + "." + parts[2]))
                .isEqualTo(401);
        assertThat(status("likely_session=" + parts[0] + "." + "0".repeat(64) + "." + parts[2]))
                .isEqualTo(401);
        assertThat(status("likely_session=" + parts[0] + "." + parts[1] + "." + "A".repeat(43)))
                .isEqualTo(401);
        assertThat(status("likely_session=")).isEqualTo(401);
        assertThat(status("likely_session=nonsense; " + cookie + "; other=1")).isEqualTo(200);
    }

    /** What the cookie may do, by what the browser says of the page that sends it. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "GET, -, -, 200",
                "GET, cross-site, -, 200",
                "POST, same-origin, -, 201",
                "POST, -, https://nps.example, 201",
                "POST, -, -, 403",
                "POST, same-site, -, 403",
                "POST, cross-site, https://nps.example, 403",
                "POST, none, -, 403",
                "POST, -, https://evil.example, 403",
                "POST, -, null, 403",
                "POST, -, http://nps.example, 403"
            })
    void a_cookie_writes_for_our_own_pages_alone(String method, String site, String origin, int status) {
        Api.Call call = api.call(method, "/v1/survey_responses")
                .header("Cookie", signIn(Api.OWNER))
                .json("{\"person\":\"1\",\"score\":9}");
        if (site != null) {
            call.header("Sec-Fetch-Site", site);
        }
        if (origin != null) {
            call.header("Origin", origin);
        }

        assertThat(call.send().status()).isEqualTo(status);
    }

    @Test
    void a_key_in_the_header_counts_whatever_the_cookie() {
        String cookie = signIn(Api.OWNER);

        assertThat(api.call("GET", "/v1/session")
                        .header("Cookie", cookie)
                        .key("wrong")
                        .send()
                        .status())
                .isEqualTo(401);
        assertThat(api.owner("POST", "/v1/survey_responses")
                        .json("{\"person\":\"1\",\"score\":9}")
                        .send()
                        .status())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"key=wrong", "key=", "", "other=1", "key=%ZZ"})
    void a_wrong_key_leads_back_to_the_form(String form) {
        Api.Answer answer = api.call("POST", "/session").form(form).send();

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body()).contains("This key is not known.").contains("action=\"session\"");
        assertThat(answer.header("Set-Cookie")).isNull();
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "same-origin, -, 303",
                "-, https://nps.example, 303",
                "-, -, 303", // no browser: it has no session that could be taken from it
                "cross-site, -, 403",
                "same-site, -, 403",
                "-, https://evil.example, 403",
                "-, null, 403"
            })
    void nobody_is_signed_in_from_a_page_of_others(String site, String origin, int status) {
        Api.Call call = api.call("POST", "/session").form("key=" + Api.OWNER);
        if (site != null) {
            call.header("Sec-Fetch-Site", site);
        }
        if (origin != null) {
            call.header("Origin", origin);
        }

        assertThat(call.send().status()).isEqualTo(status);
    }

    @Test
    void signing_out_takes_the_cookie_away() {
        Api.Answer answer = api.call("DELETE", "/session")
                .header("Cookie", signIn(Api.OWNER))
                .header("Sec-Fetch-Site", "same-origin")
                .send();

        assertThat(answer.object()).isEqualTo(Map.of("ok", true));
        assertThat(answer.header("Set-Cookie"))
                .isEqualTo("likely_session=; Path=/live/; HttpOnly; SameSite=Strict; Secure; Max-Age=0");
        assertThat(api.call("DELETE", "/session").send().status()).isEqualTo(403);
    }

    @Test
    void over_plain_http_the_cookie_is_not_secure_and_at_the_root_its_path_is_the_root() {
        Api.Answer answer = api.call("POST", "/session")
                .form("key=" + Api.OWNER)
                .header("X-Forwarded-Proto", "http")
                .send();

        assertThat(answer.header("Set-Cookie")).endsWith("; Path=/live/; HttpOnly; SameSite=Strict");
    }

    @Test
    void pages_are_closed_to_everything_that_is_not_theirs() {
        Api.Answer page = api.call("GET", "/").send();

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).isEqualTo("text/html; charset=utf-8");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.header("Content-Security-Policy"))
                .isEqualTo("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                        + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.header("Referrer-Policy")).isEqualTo("same-origin");
    }

    @Test
    void files_are_kept_until_they_change() {
        Api.Answer file = api.call("GET", "/dashboard/dashboard.js").send();

        assertThat(file.status()).isEqualTo(200);
        assertThat(file.header("Content-Type")).isEqualTo("text/javascript; charset=utf-8");
        assertThat(api.call("GET", "/dashboard/dashboard.js")
                        .header("If-None-Match", "\"other\", W/" + file.header("ETag"))
                        .send()
                        .status())
                .isEqualTo(304);
        assertThat(api.call("GET", "/dashboard/no.js").send().status()).isEqualTo(404);
        assertThat(api.call("GET", "/dashboard/..%2Fpublic%2Fwidget.js").send().status())
                .isEqualTo(404);
    }

    private String signIn(String key) {
        return api.call("POST", "/session")
                .form("key=" + key)
                .send()
                .header("Set-Cookie")
                .split(";", -1)[0];
    }

    private int status(String cookie) {
        return api.call("GET", "/v1/session").header("Cookie", cookie).send().status();
    }

    private String page(String cookie) {
        return api.call("GET", "/").header("Cookie", cookie).send().body();
    }
}
