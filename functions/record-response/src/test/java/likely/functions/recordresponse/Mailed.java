package likely.functions.recordresponse;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import likely.aws.dynamodb.DynamoInvitations;
import likely.aws.dynamodb.DynamoMadeLinks;
import likely.embedded.EmbeddedDynamoDb;
import likely.surveys.Touchpoint;
import likely.surveys.answering.Asked;
import likely.surveys.answering.MadeLink;
import likely.surveys.invitations.Invitation;
import likely.surveys.invitations.Occasion;
import likely.surveys.invitations.State;
import likely.surveys.links.Link;
import likely.surveys.links.Link.Purpose;
import likely.surveys.links.Links;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Somebody who got a mail with links, or has a link without one. */
final class Mailed {
    static final String ID = "4711";
    static final String ADDRESS = "0123456789abcdef0123456789abcdef";
    static final long END = Stage.NOON.plus(Duration.ofDays(180)).getEpochSecond();

    private final Stage stage;

    Mailed(Stage stage, Map<String, String> properties) {
        this.stage = stage;
        new DynamoInvitations(EmbeddedDynamoDb.shared().client(), stage.tables.tableName("Invitations"))
                .add(new Invitation(
                        ID,
                        Stage.SURVEY,
                        null,
                        "event:order-1",
                        Invitation.Kind.SURVEY,
                        Occasion.TRANSACTIONAL,
                        "42",
                        ADDRESS,
                        ID,
                        null,
                        null,
                        0,
                        properties,
                        Stage.NOON.getEpochSecond(),
                        Stage.NOON.getEpochSecond(),
                        State.SENT,
                        null,
                        Stage.NOON.getEpochSecond()));
    }

    Mailed(Stage stage) {
        this(stage, Map.of("order", "A-1"));
    }

    static String token(Purpose purpose, String id, long expires, Supplier<List<String>> keys) {
        return new Links(keys).token(new Link(purpose, id, expires));
    }

    static String token(Purpose purpose) {
        return token(purpose, ID, END, () -> List.of("newest-secret"));
    }

    /** A link without a mail, for so many answers. */
    static String made(Stage stage, String id, int answers) {
        Asked asked = new Asked(id, Stage.SURVEY, id, null, null, Map.of("till", "3"), Touchpoint.CALL, answers);
        new DynamoMadeLinks(EmbeddedDynamoDb.shared().client(), stage.tables.tableName("Invitations"))
                .add(new MadeLink(asked, Stage.NOON.getEpochSecond(), END, 0));
        return token(Purpose.ANSWER, id, END, () -> List.of("newest-secret"));
    }

    Answer open(String score) {
        return stage.send(Event.page("GET", "answer", token(Purpose.ANSWER)).query("score", score));
    }

    Answer press(String form) {
        return stage.send(Event.page("POST", "answer", token(Purpose.ANSWER)).form(form));
    }

    Answer choices(String method, String form) {
        return stage.send(
                Event.page(method, "unsubscribe", token(Purpose.UNSUBSCRIBE)).form(form));
    }

    Map<String, AttributeValue> invitation() {
        return item("Invitations", Map.of("id", AttributeValue.fromS(ID)));
    }

    Map<String, AttributeValue> standing() {
        return item("People", Map.of("pk", AttributeValue.fromS("address#" + ADDRESS)));
    }

    private Map<String, AttributeValue> item(String table, Map<String, AttributeValue> key) {
        return EmbeddedDynamoDb.shared()
                .client()
                .getItem(
                        g -> g.tableName(stage.tables.tableName(table)).key(key).consistentRead(true))
                .item();
    }
}
