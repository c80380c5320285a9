package likely.surveys.sources;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import likely.surveys.links.Hmac;

/**
 * A place from which one survey is answered on one day. Its id tells nobody which address it is: it is the day and 64
 * bits of HMAC-SHA256 over survey and network, under that day's salt. So a place has another id in another survey and on
 * another day, and once the salt is gone nobody can tell whose it was.
 *
 * @param id such as {@code 2026-11-27-9f86d081884c7d65}
 */
public record Source(String survey, String id) {
    private static final int BYTES = 8;

    /**
     * The place that a network is for a survey.
     *
     * @param salt of the day
     * @param network see {@link Network}
     */
    static Source of(String survey, String network, LocalDate day, String salt) {
        // A survey's id has no line break, so the two parts cannot be shifted into each other.
        byte[] mac = Hmac.sha256(salt, (survey + "\n" + network).getBytes(StandardCharsets.UTF_8));
        return new Source(survey, day + "-" + HexFormat.of().formatHex(Arrays.copyOf(mac, BYTES)));
    }
}
