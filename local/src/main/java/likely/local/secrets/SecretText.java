package likely.local.secrets;

import java.security.SecureRandom;
import java.util.Set;
import java.util.stream.Collectors;
import likely.embedded.Properties;
import likely.embedded.TemplateException;
import likely.local.Json;
import org.jspecify.annotations.Nullable;

/** GenerateSecretString: random text of the characters that are not excluded, alone or as a field of a JSON object. */
final class SecretText {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int DEFAULT_LENGTH = 32;
    private static final String LOWER = "abcdefghijklmnopqrstuvwxyz";
    private static final String UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String DIGITS = "0123456789";
    private static final String PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";
    private static final Set<String> KNOWN = Set.of(
            "PasswordLength",
            "ExcludeCharacters",
            "ExcludeLowercase",
            "ExcludeUppercase",
            "ExcludeNumbers",
            "ExcludePunctuation",
            "IncludeSpace",
            "SecretStringTemplate",
            "GenerateStringKey");

    private SecretText() {}

    static String generate(Properties wanted) {
        String characters = characters(wanted.only(KNOWN));
        String text = RANDOM.ints(wanted.number("PasswordLength", DEFAULT_LENGTH), 0, characters.length())
                .mapToObj(characters::charAt)
                .map(String::valueOf)
                .collect(Collectors.joining());
        if (!wanted.has("SecretStringTemplate")) {
            return text;
        }
        var document = Json.object(wanted.text("SecretStringTemplate"));
        @Nullable Object replaced = document.put(wanted.text("GenerateStringKey"), text);
        if (replaced != null) {
            throw new TemplateException(wanted.where() + ": the template already has the generated key");
        }
        return Json.text(document);
    }

    private static String characters(Properties wanted) {
        String all = (wanted.flag("ExcludeLowercase", false) ? "" : LOWER)
                + (wanted.flag("ExcludeUppercase", false) ? "" : UPPER)
                + (wanted.flag("ExcludeNumbers", false) ? "" : DIGITS)
                + (wanted.flag("ExcludePunctuation", false) ? "" : PUNCTUATION)
                + (wanted.flag("IncludeSpace", false) ? " " : "");
        String excluded = wanted.optionalText("ExcludeCharacters").orElse("");
        String left = all.chars()
                .filter(each -> excluded.indexOf(each) < 0)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        if (left.isEmpty()) {
            throw new TemplateException(wanted.where() + " excludes every character");
        }
        return left;
    }
}
