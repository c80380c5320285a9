package likely.functions.senddue;

import java.util.List;
import java.util.Optional;
import likely.aws.dynamodb.DynamoClaims;
import likely.aws.dynamodb.DynamoPeople;
import likely.aws.dynamodb.DynamoSurveys;
import likely.aws.ses.MailComposer;
import likely.aws.ses.SesMailer;
import likely.surveys.links.Links;
import likely.surveys.mail.MailRenderer;
import likely.surveys.sending.Dispatcher;
import likely.surveys.sending.Due;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Dispatchers without a lease, which all hold the same page of the due index, as it was at the beginning. */
final class Dispatchers {
    private final Dispatcher dispatcher;
    private final Due due;

    Dispatchers(Post post, DynamoDbClient client) {
        DynamoClaims claims = new DynamoClaims(
                client, post.table("Invitations"), post.table("People"), post.table("Responses"), attempt -> {});
        DynamoPeople people = new DynamoPeople(client, post.table("People"));
        due = claims.due(post.clock.instant(), 1).get(0);
        dispatcher = new Dispatcher(new Dispatcher.Parts(
                claims,
                new DynamoSurveys(post.dynamoDb, post.table("Surveys"))::find,
                (survey, campaign) -> Optional.empty(),
                id -> people.find(id),
                people::standing,
                post.addresses::ofEmail,
                new MailComposer(
                        new MailRenderer()::render,
                        new Links(() -> List.of("link-secret")),
                        "https://likely.example",
                        "surveys@shop.example",
                        post.clock),
                new SesMailer(SesMailer.client(post.settings()), Optional.empty()),
                post.clock));
    }

    String handle() {
        return dispatcher.handle(due, () -> Optional.of(new Uncounted())).name();
    }

    private static final class Uncounted implements Dispatcher.Turn {
        @Override
        public void ended(boolean mail) {}

        @Override
        public void notMade() {}
    }
}
