package likely.aws.dynamodb;

import static likely.aws.dynamodb.Attributes.n;
import static likely.aws.dynamodb.Attributes.number;
import static likely.aws.dynamodb.Attributes.optionalNumber;
import static likely.aws.dynamodb.Attributes.optionalText;
import static likely.aws.dynamodb.Attributes.s;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import likely.surveys.Unavailable;
import likely.surveys.invitations.Invitation;
import likely.surveys.invitations.Invitation.Kind;
import likely.surveys.invitations.State;
import likely.surveys.ledger.Tallying;
import likely.surveys.sending.Claim;
import likely.surveys.sending.Claimed;
import likely.surveys.sending.Claims;
import likely.surveys.sending.Due;
import likely.surveys.sending.Planned;
import likely.surveys.sending.Reason;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Claims in DynamoDB: one transaction over the mail, the address, the asking and the answer. */
public final class DynamoClaims implements Claims {
    private static final int MOST_ATTEMPTS = 5;
    private static final int MAIL = 0;
    private static final int ADDRESS = 1;
    private static final String FAILED = "ConditionalCheckFailed";

    private final DynamoDbClient dynamoDb;
    private final String table;
    private final ClaimWrites writes;
    private final Settlements settlements;
    private final DueQuery due;
    private final Tallying.Pause pause;

    /** @param pause between two attempts that met another transaction */
    public DynamoClaims(
            DynamoDbClient dynamoDb, String invitations, String people, String responses, Tallying.Pause pause) {
        this.dynamoDb = dynamoDb;
        this.table = invitations;
        this.writes = new ClaimWrites(invitations, people, responses);
        this.settlements = new Settlements(dynamoDb, invitations, people);
        this.due = new DueQuery(dynamoDb, invitations);
        this.pause = pause;
    }

    @Override
    public List<Due> due(Instant at, int most) {
        return due.due(at, most);
    }

    @Override
    public Optional<Planned> find(String id) {
        return Optional.of(Store.call(() -> dynamoDb.getItem(g ->
                                g.tableName(table).key(InvitationItem.key(id)).consistentRead(true)))
                        .item())
                .filter(InvitationItem::isInvitation)
                .filter(item -> InvitationItem.state(item) == State.SCHEDULED)
                .map(item -> new Planned(InvitationItem.read(item), attempts(item)));
    }

    private static int attempts(Map<String, AttributeValue> item) {
        Long attempts = optionalNumber(item, "attempts");
        return attempts == null ? 0 : attempts.intValue();
    }

    @Override
    public Claimed claim(Claim claim) {
        List<TransactWriteItem> items = writes.of(claim);
        Unavailable last = null;
        for (int attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
            try {
                // The token makes a repetition harmless: a claim whose reply was lost is found to be made.
                Store.call(() ->
                        dynamoDb.transactWriteItems(t -> t.transactItems(items).clientRequestToken(claim.token())));
                return new Claimed.Taken();
            } catch (TransactionCanceledException e) {
                Claimed refused = refusal(claim, e.cancellationReasons());
                if (refused != null) {
                    return refused;
                }
                last = new Unavailable(e);
            } catch (Unavailable e) {
                last = e;
            }
            pause.before(attempt);
        }
        throw last == null ? new Unavailable(new IllegalStateException("No attempt was made")) : last;
    }

    /** What speaks against the claim; null when it only met another transaction. */
    private static @Nullable Claimed refusal(Claim claim, List<CancellationReason> reasons) {
        if (failed(reasons, MAIL)) {
            return mail(claim, reasons.get(MAIL).item());
        }
        if (failed(reasons, ADDRESS)) {
            return new Claimed.Changed();
        }
        int answer = claim.isRoot() ? 2 : 3;
        if (!claim.isRoot() && failed(reasons, 2)) {
            return new Claimed.Refused(asking(claim, reasons.get(2).item()));
        }
        if (failed(reasons, answer)) {
            return new Claimed.Refused(claim.invitation().kind() == Kind.REMINDER ? Reason.ANSWERED : Reason.BAND_LEFT);
        }
        return null;
    }

    private static Claimed mail(Claim claim, Map<String, AttributeValue> item) {
        boolean waits = InvitationItem.isInvitation(item)
                && InvitationItem.state(item) == State.SCHEDULED
                && number(item, "dueAt") <= claim.at().getEpochSecond();
        return waits ? new Claimed.Refused(Reason.CEILING) : new Claimed.Gone();
    }

    private static Reason asking(Claim claim, Map<String, AttributeValue> item) {
        boolean unsent = claim.invitation().kind() == Kind.REMINDER && !"sent".equals(optionalText(item, "state"));
        return unsent || item.isEmpty() ? Reason.ASKING_NOT_SENT : Reason.CEILING;
    }

    private static boolean failed(List<CancellationReason> reasons, int place) {
        return place < reasons.size() && FAILED.equals(reasons.get(place).code());
    }

    @Override
    public void sent(Claim claim, String messageId, Instant at) {
        settlements.sent(claim, messageId, at);
    }

    @Override
    public void unknown(Claim claim, Reason reason) {
        settlements.unknown(claim, reason);
    }

    @Override
    public void giveBack(Claim claim, Instant dueAt, int attempts) {
        settlements.undo(
                claim,
                Map.of(
                        "state", s("scheduled"),
                        "dueAt", n(dueAt.getEpochSecond()),
                        "dueKey",
                                s(ResponseItem.timeKey(
                                        dueAt.getEpochSecond(),
                                        claim.invitation().id())),
                        "attempts", n(attempts)));
    }

    @Override
    public void refused(Claim claim, Reason reason) {
        Map<String, @Nullable AttributeValue> changes = Settlements.settled(State.REFUSED, reason.text());
        settlements.undo(claim, changes);
    }

    @Override
    public void skip(Invitation waiting, String reason) {
        settlements.waiting(waiting, Settlements.settled(State.SKIPPED, reason));
    }

    @Override
    public void postpone(Invitation waiting, Instant dueAt) {
        settlements.waiting(
                waiting,
                Map.of(
                        "dueAt", n(dueAt.getEpochSecond()),
                        "dueKey", s(ResponseItem.timeKey(dueAt.getEpochSecond(), waiting.id()))));
    }

    @Override
    public void expire(String id, Instant at) {
        settlements.expire(id, at);
    }
}
