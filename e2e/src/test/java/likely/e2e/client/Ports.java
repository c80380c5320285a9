package likely.e2e.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The TCP ports on which a process listens, as Linux tells them: `local` takes free ones and keeps them to itself. */
final class Ports {
    private static final String LISTENING = "0A";

    private final Map<URI, String> words;

    private Ports(Map<URI, String> words) {
        this.words = words;
    }

    static Ports of(long pid) {
        Map<URI, String> words = new LinkedHashMap<>();
        for (int port : listening(pid)) {
            URI address = URI.create("http://localhost:" + port);
            words.put(address, Caller.anybody().get(address + "/who-is-there").body());
        }
        return new Ports(words);
    }

    /** Each service refuses a stranger's GET in words of its own. */
    URI saying(String words) {
        return this.words.entrySet().stream()
                .filter(port -> port.getValue().contains(words))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No port says " + words + ": " + this.words));
    }

    private static List<Integer> listening(long pid) {
        Path process = Path.of("/proc", Long.toString(pid));
        Set<String> sockets = sockets(process.resolve("fd"));
        Set<Integer> ports = new TreeSet<>();
        for (String table : List.of("tcp", "tcp6")) {
            try (Stream<String> lines = Files.lines(process.resolve("net").resolve(table))) {
                lines.skip(1).map(line -> line.strip().split("\\s+")).forEach(fields -> {
                    // sl, local address:port, remote, state, queues, timer, retransmits, uid, timeout, inode
                    if (fields[3].equals(LISTENING) && sockets.contains("socket:[" + fields[9] + "]")) {
                        ports.add(Integer.parseInt(fields[1].substring(fields[1].lastIndexOf(':') + 1), 16));
                    }
                });
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return List.copyOf(ports);
    }

    private static Set<String> sockets(Path descriptors) {
        try (Stream<Path> links = Files.list(descriptors)) {
            return links.map(Ports::target).collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException e) { // closed meanwhile
            return "";
        }
    }
}
