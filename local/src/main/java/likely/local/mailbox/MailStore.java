package likely.local.mailbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;
import likely.embedded.Properties;
import likely.embedded.SesMail;
import likely.local.DataFolder;
import likely.local.Json;
import org.jspecify.annotations.Nullable;

/** The newest mails, each in a file of its own that is whole before SES answers: they survive a kill. */
final class MailStore {

    private static final int MOST = 10_000;
    private static final String FOLDER = "mails";
    private static final String ENDING = ".json";

    private final DataFolder folder;
    private final Map<String, KeptMail> byId = new ConcurrentHashMap<>();
    private final ConcurrentSkipListSet<KeptMail> newestFirst = new ConcurrentSkipListSet<>(KeptMail.NEWEST_FIRST);

    MailStore(DataFolder folder) {
        this.folder = folder;
        Path mails = folder.resolve(FOLDER);
        try {
            Files.createDirectories(mails);
            try (Stream<Path> files = Files.list(mails)) {
                files.map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith(ENDING)) // and no file that a kill left half written
                        .forEach(name -> add(read(name)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void keep(SesMail mail) {
        folder.replace(file(mail.messageId()), Json.text(document(mail)));
        add(mail);
        while (newestFirst.size() > MOST) {
            forget(newestFirst.last());
        }
    }

    /** Newest first, those to an address that contains the text, whatever its case. */
    List<KeptMail> newest(String to, int most) {
        String lower = to.toLowerCase(Locale.ROOT);
        return newestFirst.stream()
                .filter(mail -> mail.to().toLowerCase(Locale.ROOT).contains(lower))
                .limit(most)
                .toList();
    }

    int size() {
        return byId.size();
    }

    Optional<SesMail> find(String id) {
        return byId.containsKey(id) ? Optional.of(read(id + ENDING)) : Optional.empty();
    }

    private void add(SesMail mail) {
        KeptMail kept = new KeptMail(
                mail.messageId(),
                mail.at(),
                String.join(", ", mail.destinations()),
                ReadMail.decoded(mail.header("From").orElse("")),
                ReadMail.decoded(mail.header("Subject").orElse("")));
        byId.put(kept.id(), kept);
        newestFirst.add(kept);
    }

    private void forget(KeptMail mail) {
        newestFirst.remove(mail);
        byId.remove(mail.id());
        try {
            Files.deleteIfExists(folder.resolve(file(mail.id())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SesMail read(String name) {
        String text = folder.read(FOLDER + "/" + name).orElseThrow();
        Properties stored = Properties.of(Json.object(text), name);
        Properties tags = stored.object("tags");
        Map<String, String> byName = new LinkedHashMap<>();
        tags.names().forEach(tag -> byName.put(tag, tags.text(tag)));
        return new SesMail(
                stored.text("messageId"),
                Instant.parse(stored.text("at")),
                stored.text("source"),
                stored.texts("destinations"),
                stored.text("raw"),
                stored.optionalText("configurationSet").orElse(null),
                byName);
    }

    private static Map<String, @Nullable Object> document(SesMail mail) {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("messageId", mail.messageId());
        document.put("at", mail.at().toString());
        document.put("source", mail.source());
        document.put("destinations", mail.destinations());
        document.put("configurationSet", mail.configurationSet());
        document.put("tags", mail.tags());
        document.put("raw", mail.raw());
        return document;
    }

    private static String file(String id) {
        return FOLDER + "/" + id + ENDING;
    }
}
