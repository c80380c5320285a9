package likely.local.mailbox;

import java.util.Locale;
import java.util.Map;
import likely.embedded.EmbeddedSes;
import likely.embedded.SesFaults;
import likely.local.http.Reply;
import likely.local.http.Request;

/**
 * POST /mailbox/faults: {@code fault=throttle&calls=3} for the next calls, {@code address=…&fate=bounces} for an address,
 * {@code quota=200&rate=1} for the account, {@code mend=yes} for an end of it.
 */
final class Faults {

    private static final int MOST_CALLS = 10_000;

    private final EmbeddedSes ses;

    Faults(EmbeddedSes ses) {
        this.ses = ses;
    }

    Reply set(Request request) {
        Map<String, String> form = request.form();
        try {
            if (form.containsKey("mend")) {
                ses.faults().mend();
            } else if (form.containsKey("fault")) {
                ses.faults().next(constant(SesFaults.Call.class, form, "fault"), (int)
                        number(form, "calls", 1, MOST_CALLS));
            } else if (form.containsKey("address")) {
                ses.faults().fate(text(form, "address"), constant(SesFaults.Fate.class, form, "fate"));
            } else if (form.containsKey("quota")) {
                double quota = number(form, "quota", 0, Integer.MAX_VALUE);
                ses.quota().set(quota, number(form, "rate", 1, MOST_CALLS));
            } else {
                return Reply.problem(400, "fault, address, quota or mend is missing");
            }
        } catch (IllegalArgumentException e) {
            return Reply.problem(400, String.valueOf(e.getMessage()));
        }
        return request.fromPage() ? Reply.seeOther("../mailbox#faults") : Reply.json(200, "{}");
    }

    private static String text(Map<String, String> form, String field) {
        String text = form.getOrDefault(field, "").strip();
        if (text.isEmpty()) {
            throw new IllegalArgumentException(field + " is missing");
        }
        return text;
    }

    private static double number(Map<String, String> form, String field, int least, int most) {
        String text = text(form, field);
        try {
            double number = Double.parseDouble(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below, as for one that is out of range
        }
        throw new IllegalArgumentException(field + " is a number from " + least + " to " + most + ", not " + text);
    }

    private static <E extends Enum<E>> E constant(Class<E> type, Map<String, String> form, String field) {
        String text = text(form, field);
        for (E constant : type.getEnumConstants()) {
            if (word(constant).equals(text)) {
                return constant;
            }
        }
        throw new IllegalArgumentException(field + " cannot be " + text);
    }

    /** As a form spells it: {@code drop-after}. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
