package likely.local.demo;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import likely.local.http.Body;
import likely.local.http.Page;
import likely.local.http.Reply;
import likely.local.http.Request;
import likely.local.http.StaticFiles;

/** The shop's files at /demo/…, from the class path; a picture is there in each colour, as kettle-pine.svg. */
public final class DemoPages implements Page {

    /** What stands for the colour in a picture. */
    private static final String PAINT = "COLOUR";

    private static final Map<String, String> PAINTS = Map.of("pine", "#2f5350", "slate", "#5b6472", "brick", "#9a4a35");
    private static final Pattern PICTURE = Pattern.compile("([a-z]+)-([a-z]+)\\.svg");

    private final StaticFiles files = new StaticFiles(ShopView.FOLDER);

    @Override
    public Optional<Reply> answer(Request request) {
        if (!request.method().equals("GET") || !request.path().startsWith("/demo/")) {
            return Optional.empty();
        }
        String name = request.path().substring("/demo/".length());
        Matcher picture = PICTURE.matcher(name);
        return picture.matches() && PAINTS.containsKey(picture.group(2))
                ? files.find(picture.group(1) + ".svg").map(file -> painted(file, picture.group(2)))
                : files.find(name);
    }

    private static Reply painted(Reply file, String colour) {
        return new Reply(
                file.status(),
                file.headers(),
                Body.of(file.body().text().replace(PAINT, PAINTS.getOrDefault(colour, PAINT))));
    }
}
