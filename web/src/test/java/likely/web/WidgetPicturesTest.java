package likely.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;

/** The pictures of docs/widget: {@code ./mvnw -pl web test -Dtest=WidgetPicturesTest -Dpictures=../docs/widget}. */
@EnabledIfSystemProperty(named = "pictures", matches = ".+", disabledReason = "makes pictures for the documentation")
class WidgetPicturesTest extends WidgetPage {

    private static final String STYLE = """
            <style>
              :root { color-scheme: light dark; font: 17px/1.5 system-ui; }
              body { margin: 2rem; background: light-dark(#f7f4ee, #161b1b); color: light-dark(#1f2a2a, #eef2ef); }
            </style>
            """;

    @BeforeEach
    void page() {
        page = SHOP.replace("</head>", STYLE + "</head>");
    }

    @Test
    void light() throws IOException {
        browser.size(800, 420, false);
        visit();
        choose(9);
        browser.card("textarea");
        picture("light");
    }

    @Test
    void dark() throws IOException {
        browser.size(800, 420, true);
        widget("position", "center");
        visit();
        choose(3);
        skip();
        browser.card("input[value='speed']").click();
        picture("dark-center");
    }

    @Test
    void rightToLeft() throws IOException {
        server.settings = MockData.settings("ما مدى احتمال أن توصي بنا لصديق أو زميل؟", "ar", false);
        server.settings.put("labels", MockData.object("low", "غير محتمل إطلاقا", "high", "محتمل جدا"));
        page = page.replace("lang=\"en-GB\"", "lang=\"ar\" dir=\"rtl\"");
        browser.size(800, 420, false);
        visit();
        comesUp();
        picture("right-to-left");
    }

    @Test
    void everyKindOfQuestion() throws IOException {
        browser.size(460, 420, false);
        visit();
        choose(8);
        skip();
        browser.card("input[value='speed']").click();
        picture("question-choice");
        send();
        browser.card("input[value='tea']").click();
        browser.card("input[value='coffee']").click();
        picture("question-several-choices");
        send();
        browser.card("input[value='4']").click();
        picture("question-scale");
        send();
        browser.card("textarea").sendKeys("A lid that locks");
        picture("question-text");
        send();
        browser.card(".pick input[type='checkbox']").click();
        picture("question-consent");
        send();
        browser.card("p.text");
        picture("thanks");
    }

    @Test
    void keyboard() throws IOException {
        browser.size(800, 420, false);
        visit("data-open=no");
        browser.one("#feedback").sendKeys(Keys.ENTER);
        browser.card("input");
        browser.press(Keys.ARROW_RIGHT, 7);
        picture("keyboard");
    }

    @Test
    void elsewhere() throws IOException {
        browser.size(800, 420, true);
        widget("position", "top-start", "theme", "light");
        visit();
        comesUp();
        picture("top-start-always-light");
    }

    @Test
    void small() throws IOException {
        browser.size(320, 640, false);
        visit();
        choose(9);
        browser.card("textarea");
        picture("small");
    }

    @Test
    void smallDarkThanks() throws IOException {
        browser.size(320, 640, true);
        server.settings.put("questions", List.of());
        widget(
                "links",
                MockData.object(
                        "promoter", MockData.object("text", "Write a review", "url", "https://reviews.example/acme")));
        visit();
        choose(10);
        skip();
        browser.card("a");
        picture("small-dark-thanks");
    }

    @Test
    void strangeStyles() throws IOException {
        page = SHOP.replace(
                "</head>",
                "<style>* { all: unset !important; display: block !important; font: 40px serif !important; color: red !important; float: right"
                        + " !important } head { display: none !important }</style></head>");
        browser.size(600, 320, false);
        visit();
        comesUp();
        picture("hostile-styles");
    }

    private void picture(String name) throws IOException {
        var folder = Files.createDirectories(Path.of(System.getProperty("pictures")));
        Files.write(folder.resolve(name + ".png"), browser.driver.getScreenshotAs(OutputType.BYTES));
    }
}
