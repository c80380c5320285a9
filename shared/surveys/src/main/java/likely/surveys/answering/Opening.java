package likely.surveys.answering;

import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A link was opened. It is evidence and never an answer: mail scanners open every link, some in a whole browser.
 *
 * @param at Unix seconds
 * @param score that the link named, or null
 */
public record Opening(
        long at, Kind kind, Agent agent, @Nullable Integer score) {
    /** How it was asked for. */
    public enum Kind {
        GET,
        HEAD,
        /** A browser or mail program that looks ahead says so. */
        PREFETCH
    }

    /** What says it is, by its user-agent; nothing is concluded from it. */
    public enum Agent {
        BROWSER,
        /** A browser without a window. */
        HEADLESS,
        /** A mail service that fetches in the place of its readers. */
        MAIL_PROXY,
        /** Security software. */
        SCANNER,
        /** Any other program that names itself. */
        BOT,
        NONE
    }

    private static final Pattern SCANNER = Pattern.compile(
            "barracuda|proofpoint|mimecast|safelinks|bingpreview|trendmicro|symantec|fireeye|sophos|zscaler"
                    + "|forcepoint|urlscan|virustotal|ironport|cisco|spamtitan|checkpoint|msnbot");
    private static final Pattern MAIL_PROXY =
            Pattern.compile("googleimageproxy|yahoomailproxy|gmail|applemail|outlook|ms-office|microsoft office");
    private static final Pattern BOT = Pattern.compile("bot\\b|crawl|spider|slurp|preview|facebookexternalhit"
            + "|whatsapp|curl/|wget/|python|java/|okhttp|go-http|node|axios|libwww|httpclient|scrapy");
    private static final Pattern HEADLESS = Pattern.compile("headless|phantomjs|puppeteer|playwright|selenium");

    /**
     * Classes a request for the page.
     *
     * @param header a header's value by its name, or null
     */
    public static Opening of(
            long at, String method, Function<String, @Nullable String> header, @Nullable Integer score) {
        return new Opening(at, kind(method, header), agent(header.apply("User-Agent")), score);
    }

    private static Kind kind(String method, Function<String, @Nullable String> header) {
        String purpose = header.apply("Sec-Purpose") + " " + header.apply("Purpose") + " " + header.apply("X-Moz");
        if (purpose.toLowerCase(Locale.ROOT).contains("prefetch") || purpose.contains("prerender")) {
            return Kind.PREFETCH;
        }
        return method.equals("HEAD") ? Kind.HEAD : Kind.GET;
    }

    private static Agent agent(@Nullable String userAgent) {
        if (userAgent == null || userAgent.isBlank()) {
            return Agent.NONE;
        }
        String agent = userAgent.toLowerCase(Locale.ROOT);
        if (SCANNER.matcher(agent).find()) {
            return Agent.SCANNER;
        } else if (HEADLESS.matcher(agent).find()) {
            return Agent.HEADLESS;
        } else if (MAIL_PROXY.matcher(agent).find()) {
            return Agent.MAIL_PROXY;
        } else if (BOT.matcher(agent).find()) {
            return Agent.BOT;
        }
        return agent.startsWith("mozilla/") ? Agent.BROWSER : Agent.BOT;
    }
}
