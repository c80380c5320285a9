package likely.surveys.people;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import likely.surveys.links.Hmac;

/**
 * An address's key: HMAC-SHA256 of its normal form, 32 hex digits. Two spellings of an address have one key, and the key
 * tells nobody the address. Its secret is never rotated, since every key would change.
 */
public final class Addresses {
    /** RFC 5321 has 64 octets before the at sign and 254 in all; what is stricter refuses addresses that work. */
    private static final Pattern EMAIL =
            Pattern.compile("[^\\s@<>\",;:\\\\()\\[\\]\\p{Cntrl}]{1,64}@[^\\s@\\p{Cntrl}]{1,250}");

    private static final Pattern DOMAIN = Pattern.compile("([a-z0-9_]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z0-9-]{2,63}");
    private static final Pattern PHONE = Pattern.compile("\\+[1-9][0-9]{6,14}");
    private static final int LONGEST = 254;

    private final Supplier<String> secret;

    /** @param secret asked at each use */
    public Addresses(Supplier<String> secret) {
        this.secret = secret;
    }

    public static boolean isEmail(String text) {
        if (text.length() > LONGEST || !EMAIL.matcher(text).matches() || text.contains("..") || text.startsWith(".")) {
            return false;
        }
        return !text.substring(0, text.lastIndexOf('@')).endsWith(".")
                && DOMAIN.matcher(domain(text)).matches();
    }

    /** E.164: a plus and digits only. */
    public static boolean isPhone(String text) {
        return PHONE.matcher(text).matches();
    }

    /** The key of an email address, whatever its case. */
    public String ofEmail(String email) {
        return key("email\n" + normal(email));
    }

    public String ofPhone(String phone) {
        return key("phone\n" + phone);
    }

    /**
     * An address as it is compared: composed, in lower case, its domain in ASCII. RFC 5321 lets a host tell the case of
     * what is before the at sign; none does, and two mails to one person are worse than one too few.
     */
    static String normal(String email) {
        String composed = Normalizer.normalize(email.strip(), Normalizer.Form.NFC);
        return composed.substring(0, composed.lastIndexOf('@')).toLowerCase(Locale.ROOT) + "@" + domain(composed);
    }

    private static String domain(String email) {
        String domain = Normalizer.normalize(email.substring(email.lastIndexOf('@') + 1), Normalizer.Form.NFC);
        try {
            return IDN.toASCII(domain, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return ""; // which is no domain
        }
    }

    private String key(String text) {
        byte[] mac = Hmac.sha256(secret.get(), text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(mac, 0, 16);
    }
}
