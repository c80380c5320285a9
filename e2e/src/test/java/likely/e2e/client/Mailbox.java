package likely.e2e.client;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The mails that an imitation of SES took. */
public interface Mailbox {

    /** Those to an address, oldest first. */
    List<Mail> to(String address);

    /** Nothing where mail goes out into the world. */
    static Optional<Mailbox> find() {
        if (Target.get().local()) {
            return Optional.of(new Pages());
        }
        return Optional.ofNullable(System.getenv("AWS_ENDPOINT_URL")).map(LocalStack::new);
    }

    /** The page /mailbox of `local`. */
    final class Pages implements Mailbox {
        @Override
        public List<Mail> to(String address) {
            List<String> newestFirst = Caller.anybody()
                    .get("mailbox.json?to=" + URLEncoder.encode(address, StandardCharsets.UTF_8))
                    .list()
                    .stream()
                    .map(mail -> String.valueOf(mail.get("id")))
                    .toList();
            return newestFirst.stream()
                    .sorted((one, other) -> newestFirst.indexOf(other) - newestFirst.indexOf(one))
                    .map(id -> Raw.mail(
                            Caller.anybody().get("mailbox/" + id + ".eml").body()))
                    .toList();
        }
    }

    /** LocalStack's own list of all mails, which it keeps in the order in which they came. */
    final class LocalStack implements Mailbox {
        private final String endpoint;

        LocalStack(String endpoint) {
            this.endpoint = endpoint;
        }

        @Override
        public List<Mail> to(String address) {
            return Survey.objects(Caller.anybody().get(endpoint + "/_aws/ses").json(), "messages").stream()
                    .map(message -> Raw.mail(String.valueOf(message.get("RawData"))))
                    .filter(mail -> mail.to().equals(address.toLowerCase(Locale.ROOT)))
                    .toList();
        }
    }

    /** Enough of RFC 5322 for what the service writes: ASCII, and parts in quoted-printable. */
    final class Raw {
        private static final Pattern LINK = Pattern.compile("https?://[^\\s\"<>)]+");

        private Raw() {}

        static Mail mail(String raw) {
            String unfolded = raw.replaceAll("\r?\n[ \t]+", " ");
            String body = raw.replaceAll("=\r?\n", "").replace("=3D", "=").replace("&amp;", "&");
            List<String> links =
                    LINK.matcher(body).results().map(MatchResult::group).toList();
            String unsubscribe = header(unfolded, "List-Unsubscribe").replaceAll(".*<(https?://[^>]+)>.*", "$1");
            return new Mail(header(unfolded, "To").toLowerCase(Locale.ROOT), links, unsubscribe);
        }

        private static String header(String unfolded, String name) {
            Matcher found =
                    Pattern.compile("(?mi)^" + name + ":[ \t]*(.*?)\\s*$").matcher(unfolded);
            return found.find() ? found.group(1) : "";
        }
    }
}
