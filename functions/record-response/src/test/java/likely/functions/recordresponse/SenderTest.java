package likely.functions.recordresponse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import likely.aws.http.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SenderTest {
    private static final String EDGE = "203.0.113.1";
    private static final Sender BEHIND = new Sender(Optional.of("key"));

    private static Request request(Map<String, List<String>> headers) {
        return new Request("POST", "/", "/", Map.of(), Map.of(), headers, null, "", "localhost", EDGE);
    }

    private static Request passedOn(Map<String, List<String>> headers) {
        Map<String, List<String>> all = new HashMap<>(headers);
        all.put("x-likely-edge", List.of("key"));
        return request(all);
    }

    @ParameterizedTest
    @CsvSource({"192.0.2.4:51234, 192.0.2.4", "2001:db8::1:51234, 2001:db8::1", "[2001:db8::1]:51234, 2001:db8::1"})
    void the_edge_says_who_the_visitor_is(String header, String address) {
        Request request = passedOn(Map.of("cloudfront-viewer-address", List.of(header)));

        assertThat(BEHIND.address(request)).hasValue(address);
    }

    @ParameterizedTest
    @CsvSource({"'10.0.0.1, 192.0.2.4, 203.0.113.1', 192.0.2.4", "'192.0.2.4,203.0.113.1', 192.0.2.4"})
    void or_else_who_stands_before_the_edge_and_not_what_the_visitor_made_up(String header, String address) {
        assertThat(BEHIND.address(passedOn(Map.of("x-forwarded-for", List.of(header)))))
                .hasValue(address);
    }

    @Test
    void where_the_edge_does_not_say_nobody_knows() {
        assertThat(BEHIND.address(passedOn(Map.of()))).isEmpty();
        assertThat(BEHIND.address(passedOn(Map.of("x-forwarded-for", List.of(EDGE)))))
                .isEmpty();
    }

    @Test
    void without_the_edges_key_it_is_who_calls() {
        Map<String, List<String>> headers = Map.of("cloudfront-viewer-address", List.of("192.0.2.4:1"));
        Sender open = new Sender(Optional.empty());

        assertThat(BEHIND.address(request(headers))).hasValue(EDGE);
        assertThat(open.address(passedOn(headers))).hasValue(EDGE);
        assertThat(new Sender(Optional.of("")).address(passedOn(headers))).hasValue(EDGE);
    }
}
