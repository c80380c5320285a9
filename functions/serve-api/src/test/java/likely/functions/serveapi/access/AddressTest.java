package likely.functions.serveapi.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import likely.aws.http.Request;
import likely.functions.serveapi.access.SameOrigin.Verdict;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressTest {
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "abc.execute-api.eu-west-1.amazonaws.com, https, /live, -, https://abc.execute-api.eu-west-1.amazonaws.com/live/v1",
                "nps.example, https, '', -, https://nps.example/v1",
                "localhost:8080, -, '', -, http://localhost:8080/v1",
                "[::1]:8080, -, '', -, http://[::1]:8080/v1",
                "nps.example, -, '', -, https://nps.example/v1",
                "127.0.0.1:8080, http, /live, -, http://127.0.0.1:8080/live/v1",
                "nps.example, 'https, http', '', -, https://nps.example/v1",
                "'evil>; x', https, '', -, https://localhost/v1",
                "abc.amazonaws.com, https, /live, https://nps.example/nps, https://nps.example/nps/v1",
                "abc.amazonaws.com, https, /live, https://nps.example/, https://nps.example/v1"
            })
    void links_lead_to_where_the_client_came(String host, String proto, String base, String publicUrl, String link) {
        Address address = Address.of(request(host, proto, base, Map.of()), Optional.ofNullable(publicUrl));

        assertThat(address.of("/v1")).isEqualTo(link);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "same-origin, -, SAME",
                "same-origin, https://evil.example, SAME", // no browser sends this
                "same-site, https://nps.example, OTHER",
                "cross-site, -, OTHER",
                "none, -, OTHER",
                "-, https://nps.example, SAME",
                "-, https://nps.example:443, SAME",
                "-, https://NPS.example, SAME",
                "-, http://nps.example, OTHER",
                "-, https://nps.example:8443, OTHER",
                "-, https://nps.example.evil.example, OTHER",
                "-, null, OTHER",
                "-, '', OTHER",
                "-, -, UNSAID"
            })
    void a_browser_tells_where_a_request_comes_from(String site, String origin, Verdict verdict) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        Optional.ofNullable(site).ifPresent(it -> headers.put("sec-fetch-site", List.of(it)));
        Optional.ofNullable(origin).ifPresent(it -> headers.put("origin", List.of(it)));

        assertThat(SameOrigin.of(request("nps.example", "https", "", headers), Optional.empty()))
                .isEqualTo(verdict);
    }

    private static Request request(String host, String proto, String base, Map<String, List<String>> more) {
        Map<String, List<String>> headers = new LinkedHashMap<>(more);
        Optional.ofNullable(proto).ifPresent(it -> headers.put("x-forwarded-proto", List.of(it)));
        return new Request("POST", "/session", "/session", Map.of(), Map.of(), headers, null, base, host, null);
    }
}
