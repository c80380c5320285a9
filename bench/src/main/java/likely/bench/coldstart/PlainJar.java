package likely.bench.coldstart;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;

/** The function's jar without Micronaut and what Micronaut generated, and with the plain handler. */
final class PlainJar {
    /** What only Micronaut needs; the rest of the two jars is the same to the byte. */
    private static final List<String> FRAMEWORK = List.of(
            "io/micronaut/",
            "jakarta/",
            "META-INF/micronaut/",
            "META-INF/services/io.micronaut",
            "META-INF/native-image/io.micronaut",
            "org/slf4j/impl/micronaut");

    private static final String HANDLER = "likely/functions/recordresponse/PlainRecordResponse.class";

    private PlainJar() {}

    static Path write(Path functionJar, Path target) throws IOException {
        try (JarFile jar = new JarFile(functionJar.toFile());
                JarOutputStream out = new JarOutputStream(Files.newOutputStream(target))) {
            for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
                JarEntry entry = entries.nextElement();
                if (FRAMEWORK.stream().noneMatch(entry.getName()::startsWith) && !generated(entry.getName())) {
                    out.putNextEntry(new JarEntry(entry.getName()));
                    try (InputStream in = jar.getInputStream(entry)) {
                        in.transferTo(out);
                    }
                    out.closeEntry();
                }
            }
            out.putNextEntry(new JarEntry(HANDLER));
            try (InputStream in = PlainJar.class.getClassLoader().getResourceAsStream(HANDLER)) {
                java.util.Objects.requireNonNull(in).transferTo(out);
            }
            out.closeEntry();
        }
        return target;
    }

    private static boolean generated(String name) {
        return name.startsWith("likely/")
                && name.substring(name.lastIndexOf('/') + 1).startsWith("$");
    }
}
