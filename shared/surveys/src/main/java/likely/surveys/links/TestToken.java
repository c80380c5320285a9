package likely.surveys.links;

import java.util.Optional;

/**
 * What stands in the place of a signed token in previews and test mails: {@code test-} and the survey's id. It opens the
 * page of a survey that anybody may see, and nothing that is sent from there is kept. It is always shorter than a signed
 * token, which has 46 characters, and so never one.
 */
public final class TestToken {
    private static final String PREFIX = "test-";
    private static final int SHORTEST_SIGNED = 46;

    private TestToken() {}

    public static String of(String survey) {
        return PREFIX + survey;
    }

    /** The survey whose page it opens, when it is such a token. */
    public static Optional<String> survey(String token) {
        return token.startsWith(PREFIX) && token.length() < SHORTEST_SIGNED
                ? Optional.of(token.substring(PREFIX.length()))
                : Optional.empty();
    }
}
