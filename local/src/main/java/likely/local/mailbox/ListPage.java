package likely.local.mailbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import likely.embedded.EmbeddedSes;
import likely.embedded.SesQuota;
import likely.local.Json;
import likely.local.clock.MovableClock;
import likely.local.http.Reply;
import likely.local.http.Request;
import likely.local.http.View;
import org.jspecify.annotations.Nullable;

/** GET /mailbox and /mailbox.json: the newest mails, those to one address with {@code to=}. */
final class ListPage {

    private static final int SHOWN = 200;
    private static final int TOLD = 10_000;

    private final MailStore store;
    private final EmbeddedSes ses;
    private final MovableClock clock;
    private final View view = View.of("likely/local/mailbox/list.mustache");

    ListPage(MailStore store, EmbeddedSes ses, MovableClock clock) {
        this.store = store;
        this.ses = ses;
        this.clock = clock;
    }

    Reply json(Request request) {
        List<Map<String, @Nullable Object>> mails = store.newest(to(request), TOLD).stream()
                .map(MailDocuments::summary)
                .toList();
        return Reply.json(200, Json.text(mails));
    }

    Reply page(Request request) {
        String to = to(request);
        List<Map<String, String>> mails = store.newest(to, SHOWN).stream()
                .map(mail -> Map.of(
                        "id", mail.id(),
                        "to", mail.to(),
                        "subject", mail.subject(),
                        "at", mail.at().toString(),
                        "time", Times.minute(mail.at())))
                .toList();
        Map<String, Object> context = new LinkedHashMap<>();
        context.put("now", clock.instant().toString());
        context.put("time", Times.minute(clock.instant()));
        context.put("ahead", Times.length(clock.ahead()));
        context.put("to", to);
        context.put("mails", mails);
        context.put("none", mails.isEmpty());
        context.put("size", store.size());
        context.put("more", mails.size() == SHOWN);
        SesQuota account = ses.quota();
        context.put("quota", Math.round(account.max24Hours()));
        context.put("rate", Math.round(account.maxPerSecond()));
        context.put(
                "use",
                String.format(
                        Locale.ROOT,
                        "%,d of %,.0f mails in 24 hours; at most %,.0f a second.",
                        account.sentLast24Hours(),
                        account.max24Hours(),
                        account.maxPerSecond()));
        context.put("faults", faults());
        return view.reply(200, context);
    }

    /** What is set to go wrong, in words. */
    private List<String> faults() {
        Map<String, Integer> calls = new LinkedHashMap<>();
        ses.faults().pending().forEach(call -> calls.merge(Faults.word(call), 1, Integer::sum));
        List<String> faults = new ArrayList<>();
        calls.forEach((fault, count) -> faults.add("Next " + count + ": " + fault));
        new TreeMap<>(ses.faults().fates()).forEach((address, fate) -> faults.add(address + ": " + Faults.word(fate)));
        return faults;
    }

    private static String to(Request request) {
        return request.parameters().getOrDefault("to", "").strip();
    }
}
