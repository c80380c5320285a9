package likely.bench.widget;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.ToDoubleFunction;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * What a widget costs its page: bytes, requests, time of the main thread with the CPU slowed six times, layout shift. Takes
 * the folder with what npm served of others, which may be empty, and the number of visits.
 */
public final class WidgetBench {

    private WidgetBench() {}

    /** A widget, and the visits to its page that count. */
    private record Row(Contender contender, List<Visit> visits) {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int rounds = Integer.parseInt(arguments[1]);
        Row page = new Row(Contender.NOTHING, new ArrayList<>());
        List<Row> rows = new ArrayList<>(List.of(page));
        Contender.all(Path.of(arguments[0])).forEach(contender -> rows.add(new Row(contender, new ArrayList<>())));
        try (Stage stage = new Stage()) {
            for (int round = -1; round < rounds; round++) { // the first does not count
                for (Row row : rows) { // in turn, so that a slow minute is everybody's
                    Visit visit = visit(stage, row.contender());
                    if (round >= 0) {
                        row.visits().add(visit);
                    }
                }
            }
        }
        System.out.println(
                "| widget | gzip, bytes | brotli, bytes | requests | scripts while the page loads, ms"
                        + " | scripts after that, ms | main thread over both, ms | until the question is up, ms more | layout shift |");
        System.out.println("|---|--:|--:|--:|--:|--:|--:|--:|--:|");
        rows.forEach(row -> System.out.println(row(row, page)));
        System.exit(0); // the server's threads would stay
    }

    /** By a browser of its own, since a page that was heavy leaves its process with something to clear up. */
    private static Visit visit(Stage stage, Contender contender) throws InterruptedException {
        try (Browser browser = new Browser()) {
            return browser.visit(stage, contender);
        }
    }

    /** Times of the main thread are those above the page alone's. */
    private static String row(Row row, Row page) {
        List<Visit> visits = row.visits();
        return String.format(
                Locale.ROOT,
                "| %s | %,d | %s | %.0f | %.1f | %.1f | %.1f | %.1f | %.4f |",
                row.contender().name(),
                row.contender().scripts().values().stream()
                        .mapToLong(WidgetBench::gzipped)
                        .sum(),
                brotli(row.contender()),
                median(visits, Visit::requests),
                median(visits, Visit::loading),
                median(visits, Visit::loaded),
                median(visits, Visit::load) - median(page.visits(), Visit::load),
                median(visits, Visit::shown) - median(page.visits(), Visit::shown),
                visits.stream().mapToDouble(Visit::shift).max().orElse(0));
    }

    private static double median(List<Visit> visits, ToDoubleFunction<Visit> figure) {
        double[] sorted = visits.stream().mapToDouble(figure).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private static long gzipped(byte[] script) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed) {
            {
                def.setLevel(Deflater.BEST_COMPRESSION);
            }
        }) {
            gzip.write(script);
        } catch (IOException e) {
            throw new IllegalStateException("Nothing is written but memory", e);
        }
        return packed.size();
    }

    /** By node, at its highest quality, where there is a node; the JDK has no brotli. */
    private static String brotli(Contender contender) {
        long sum = 0;
        for (byte[] script : contender.scripts().values()) {
            OptionalLong size = brotli(script);
            if (size.isEmpty()) {
                return "no node here";
            }
            sum += size.getAsLong();
        }
        return String.format(Locale.ROOT, "%,d", sum);
    }

    private static OptionalLong brotli(byte[] script) {
        try {
            Path file = Files.createTempFile("widget", ".js");
            try {
                Files.write(file, script);
                Process node = new ProcessBuilder(
                                "node",
                                "-p",
                                "zlib.brotliCompressSync(fs.readFileSync('" + file + "')).length") // quality 11
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
                String said = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                return said.isBlank() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(said.strip()));
            } finally {
                Files.delete(file);
            }
        } catch (IOException none) {
            return OptionalLong.empty();
        }
    }
}
