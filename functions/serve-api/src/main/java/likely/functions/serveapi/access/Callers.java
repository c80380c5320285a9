package likely.functions.serveapi.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import likely.surveys.access.AccessKey;
import likely.surveys.access.AccessKeys;

/** Tells callers by their keys, of which only hashes are compared. */
public final class Callers {
    private final Supplier<List<String>> ownerKeys;
    private final AccessKeys keys;

    /**
     * Tells callers.
     *
     * @param ownerKeys the owner's key and the one before it, asked at each use, so that a rotation is seen
     */
    public Callers(Supplier<List<String>> ownerKeys, AccessKeys keys) {
        this.ownerKeys = ownerKeys;
        this.keys = keys;
    }

    public Optional<Caller> byKey(String key) {
        return byHash(AccessKey.hash(key));
    }

    /** Asks again whether the key exists: a session ends with the key that it was made from. */
    public Optional<Caller> byHash(String hash) {
        boolean owner = false;
        for (String key : ownerKeys.get()) {
            owner |= MessageDigest.isEqual(bytes(AccessKey.hash(key)), bytes(hash));
        }
        return owner ? Optional.of(Caller.owner(hash)) : keys.find(hash).map(Caller::of);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
