package likely.bench;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import likely.aws.dynamodb.DynamoClaims;
import likely.aws.dynamodb.DynamoInvitations;
import likely.aws.dynamodb.DynamoMailNotes;
import likely.aws.dynamodb.DynamoPeople;
import likely.embedded.EmbeddedDynamoDb;
import likely.embedded.Tables;
import likely.embedded.Template;
import likely.surveys.ResponseId;
import likely.surveys.invitations.Invitation;
import likely.surveys.people.Person;
import likely.surveys.sending.Claim;
import likely.surveys.sending.Claimed;
import likely.surveys.sending.MailNotes.Moment;
import likely.surveys.sending.Mails;
import likely.surveys.sending.Terms;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Write units a mail, from its claim until its delivery is noted, computed from the sizes of the items as they are after
 * each write. The due index takes a removal and an insertion when its key changes, and a removal when the mail is settled.
 */
public final class MailWriteUnits {
    private MailWriteUnits() {}

    public static void main(String[] arguments) {
        try (EmbeddedDynamoDb database = EmbeddedDynamoDb.inMemory()) {
            Tables tables = database.tables(Template.find());
            String invitations = tables.tableName("Invitations");
            String people = tables.tableName("People");
            Instant now = Instant.parse("2026-11-25T10:00:00Z");
            Person person = Mails.person(ResponseId.of("bench", "person"));
            String address = "0123456789abcdef0123456789abcdef";
            DynamoPeople directory = new DynamoPeople(database.client(), people);
            directory.add(person, Set.of(address));
            Invitation invitation = invitation(person.id(), address, now);
            new DynamoInvitations(database.client(), invitations).add(invitation);
            DynamoClaims claims = new DynamoClaims(
                    database.client(), invitations, people, tables.tableName("Responses"), attempt -> {});
            Claim claim = new Claim(
                    invitation,
                    Terms.of(Mails.SURVEY, invitation, directory.standing(address), now),
                    "123e4567-e89b-12d3-a456-426614174000",
                    now,
                    now.plusSeconds(120),
                    0);
            if (!(claims.claim(claim) instanceof Claimed.Taken)) {
                throw new IllegalStateException("The claim was refused");
            }
            Map<String, AttributeValue> mail = item(database, invitations, "id", invitation.id());
            long claimed = 2 * ItemSize.writeUnits(mail);
            long noted = 2 * ItemSize.writeUnits(item(database, people, "pk", "address#" + address));
            long moved = 2 * ItemSize.writeUnits(indexed(mail));
            claims.sent(claim, "0100018c1f2a3b4c-0e6fdd5b-7c8d-4e9f-a0b1-c2d3e4f5a6b7-000000", now.plusSeconds(1));
            long settled = ItemSize.writeUnits(item(database, invitations, "id", invitation.id()))
                    + ItemSize.writeUnits(indexed(mail));
            new DynamoMailNotes(database.client(), invitations, people, attempt -> {})
                    .first(invitation.id(), Moment.DELIVERED, now.getEpochSecond());
            long delivered = ItemSize.writeUnits(item(database, invitations, "id", invitation.id()));
            System.out.println(
                    "claim: mail  address  due index  settle with index  delivery  sum (write units a mail)");
            System.out.printf(
                    "%11d  %7d  %9d  %17d  %8d  %d%n",
                    claimed, noted, moved, settled, delivered, claimed + noted + moved + settled + delivered);
        }
    }

    /** As a campaign's are, with an event's properties. */
    private static Invitation invitation(String person, String address, Instant now) {
        Invitation bare = Mails.asking(ResponseId.of("bench", "invitation"), person, now.getEpochSecond());
        return new Invitation(
                bare.id(),
                "after-purchase",
                "after-an-order",
                "event:order-20261125-0001",
                bare.kind(),
                bare.occasion(),
                person,
                address,
                bare.asking(),
                null,
                null,
                0,
                Map.of("order", "20261125-0001", "product", "kettle", "region", "EU", "agent", "Robin"),
                bare.dueAt(),
                bare.createdAt(),
                bare.state(),
                null,
                null);
    }

    private static Map<String, AttributeValue> indexed(Map<String, AttributeValue> item) {
        Map<String, AttributeValue> projected = new HashMap<>(item);
        projected.keySet().retainAll(List.of("id", "dueShard", "dueKey", "state", "survey", "campaign"));
        return projected;
    }

    private static Map<String, AttributeValue> item(EmbeddedDynamoDb database, String table, String key, String value) {
        return database.client()
                .getItem(g -> g.tableName(table)
                        .key(Map.of(key, AttributeValue.fromS(value)))
                        .consistentRead(true))
                .item();
    }
}
