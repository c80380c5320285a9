package likely.aws.dynamodb;

import static likely.aws.dynamodb.Attributes.n;
import static likely.aws.dynamodb.Attributes.s;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import likely.scoring.Band;
import likely.scoring.Score;
import likely.surveys.invitations.Invitation;
import likely.surveys.invitations.Invitation.Kind;
import likely.surveys.invitations.Occasion;
import likely.surveys.people.Standing;
import likely.surveys.sending.Claim;
import likely.surveys.sending.Terms;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** The writes of the transaction that claims a mail, in this order: mail, address, asking, answer. */
final class ClaimWrites {
    private static final String UNDER_CEILING = "(attribute_not_exists(mails) OR mails < :ceiling)";

    private static final String MAY_BE_WRITTEN_TO = "person = :person AND attribute_not_exists(unsubscribedAt)"
            + " AND attribute_not_exists(bouncedAt) AND attribute_not_exists(complainedAt)"
            + " AND NOT contains(unsubscribedFrom, :survey)";

    /** Of a mail that asks: the survey was not answered in a page since it was planned. */
    private static final String UNANSWERED =
            " AND (attribute_not_exists(responded.#survey) OR responded.#survey < :planned)";

    private static final String RESTED = " AND (askedBy = :id OR"
            + " ((attribute_not_exists(restDays) OR restDays <= :rest)"
            + " AND (attribute_not_exists(askedRelational) OR askedRelational <= :relational)"
            + " AND (attribute_not_exists(askedTransactional) OR askedTransactional <= :transactional)))";

    private final String invitations;
    private final String people;
    private final String responses;

    ClaimWrites(String invitations, String people, String responses) {
        this.invitations = invitations;
        this.people = people;
        this.responses = responses;
    }

    List<TransactWriteItem> of(Claim claim) {
        List<TransactWriteItem> writes = new ArrayList<>();
        writes.add(mail(claim));
        writes.add(claim.invitation().kind() == Kind.SURVEY ? noteAsking(claim) : checkAddress(claim));
        if (!claim.isRoot()) {
            writes.add(asking(claim));
        }
        switch (claim.invitation().kind()) {
            case SURVEY -> {}
            case REMINDER -> writes.add(noAnswer(claim.invitation()));
            case FOLLOW_UP -> writes.add(answerInBand(claim.invitation()));
        }
        return writes;
    }

    private TransactWriteItem mail(Claim claim) {
        Invitation invitation = claim.invitation();
        Standing standing = claim.terms().standing();
        Map<String, AttributeValue> values = new HashMap<>(Map.of(
                ":scheduled", s("scheduled"),
                ":sending", s("sending"),
                ":now", n(claim.at().getEpochSecond()),
                ":token", s(claim.token()),
                ":address", s(invitation.address()),
                ":lease", s(ResponseItem.timeKey(claim.until().getEpochSecond(), invitation.id()))));
        String update = "SET #state = :sending, claim = :token, claimedAt = :now, dueKey = :lease, address = :address";
        // An address that this mail asked already was put back to nothing yet: what was kept the first time holds.
        if (invitation.kind() == Kind.SURVEY && !invitation.id().equals(standing.askedBy())) {
            update += ", askedBefore = :before";
            values.put(":before", AttributeValue.fromM(asked(standing)));
        }
        String condition = "#state = :scheduled AND dueAt <= :now";
        if (claim.isRoot()) {
            update += " ADD mails :one";
            condition += " AND " + UNDER_CEILING;
            values.put(":one", n(1));
            values.put(":ceiling", n(claim.terms().ceiling()));
        }
        String updateText = update;
        String conditionText = condition;
        return TransactWriteItem.builder()
                .update(u -> u.tableName(invitations)
                        .key(InvitationItem.key(invitation.id()))
                        .updateExpression(updateText)
                        .conditionExpression(conditionText)
                        .expressionAttributeNames(Map.of("#state", "state"))
                        .expressionAttributeValues(values)
                        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD))
                .build();
    }

    /** What the address had, by the attributes' own names, for a claim that is given back. */
    private static Map<String, AttributeValue> asked(Standing standing) {
        Map<String, AttributeValue> asked = new HashMap<>();
        standing.asked().forEach((occasion, at) -> asked.put(StandingItem.asked(occasion), n(at)));
        String by = standing.askedBy();
        if (by != null) {
            asked.put("askedBy", s(by));
        }
        return asked;
    }

    private TransactWriteItem noteAsking(Claim claim) {
        Invitation invitation = claim.invitation();
        Terms terms = claim.terms();
        Map<String, AttributeValue> values = unanswered(invitation);
        values.put(":id", s(invitation.id()));
        values.put(":now", n(claim.at().getEpochSecond()));
        values.put(":rest", n(terms.restDays()));
        for (Occasion occasion : Occasion.values()) {
            values.put(
                    ":" + occasion.name().toLowerCase(Locale.ROOT),
                    n(Objects.requireNonNull(terms.askedBefore().get(occasion))));
        }
        return TransactWriteItem.builder()
                .update(u -> u.tableName(people)
                        .key(StandingItem.key(invitation.address()))
                        .updateExpression("SET " + StandingItem.asked(invitation.occasion()) + " = :now, askedBy = :id")
                        .conditionExpression(MAY_BE_WRITTEN_TO + UNANSWERED + RESTED)
                        .expressionAttributeNames(Map.of("#survey", invitation.survey()))
                        .expressionAttributeValues(values))
                .build();
    }

    private TransactWriteItem checkAddress(Claim claim) {
        Invitation invitation = claim.invitation();
        boolean asks = invitation.kind() != Kind.FOLLOW_UP;
        return TransactWriteItem.builder()
                .conditionCheck(c -> c.tableName(people)
                        .key(StandingItem.key(invitation.address()))
                        .conditionExpression(asks ? MAY_BE_WRITTEN_TO + UNANSWERED : MAY_BE_WRITTEN_TO)
                        .expressionAttributeNames(asks ? Map.of("#survey", invitation.survey()) : null)
                        .expressionAttributeValues(asks ? unanswered(invitation) : address(invitation)))
                .build();
    }

    private static Map<String, AttributeValue> unanswered(Invitation invitation) {
        Map<String, AttributeValue> values = address(invitation);
        values.put(":planned", n(invitation.createdAt()));
        return values;
    }

    private static Map<String, AttributeValue> address(Invitation invitation) {
        return new HashMap<>(Map.of(":person", s(invitation.person()), ":survey", s(invitation.survey())));
    }

    private TransactWriteItem asking(Claim claim) {
        Map<String, AttributeValue> values =
                new HashMap<>(Map.of(":one", n(1), ":ceiling", n(claim.terms().ceiling())));
        boolean reminder = claim.invitation().kind() == Kind.REMINDER;
        if (reminder) {
            values.put(":sent", s("sent"));
        }
        return TransactWriteItem.builder()
                .update(u -> u.tableName(invitations)
                        .key(InvitationItem.key(claim.invitation().asking()))
                        .updateExpression("ADD mails :one")
                        .conditionExpression(
                                (reminder ? "#state = :sent" : "attribute_exists(#state)") + " AND " + UNDER_CEILING)
                        .expressionAttributeNames(Map.of("#state", "state"))
                        .expressionAttributeValues(values)
                        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD))
                .build();
    }

    private TransactWriteItem noAnswer(Invitation reminder) {
        return TransactWriteItem.builder()
                .conditionCheck(c -> c.tableName(responses)
                        .key(Map.of("id", s(reminder.answer())))
                        .conditionExpression("attribute_not_exists(id)"))
                .build();
    }

    private TransactWriteItem answerInBand(Invitation followUp) {
        Band band = Objects.requireNonNull(followUp.band(), "a follow-up has a band");
        List<Integer> scores = new ArrayList<>();
        for (int value = 0; value <= 10; value++) {
            if (Band.of(Score.of(value)) == band) {
                scores.add(value);
            }
        }
        return TransactWriteItem.builder()
                .conditionCheck(c -> c.tableName(responses)
                        .key(Map.of("id", s(Objects.requireNonNull(followUp.response(), "a follow-up has an answer"))))
                        .conditionExpression("score BETWEEN :least AND :most")
                        .expressionAttributeValues(
                                Map.of(":least", n(scores.get(0)), ":most", n(scores.get(scores.size() - 1)))))
                .build();
    }
}
