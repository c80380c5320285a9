package likely.surveys.sending;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import likely.scoring.Band;
import likely.surveys.invitations.Invitation;
import likely.surveys.invitations.Invitation.Kind;
import likely.surveys.invitations.Occasion;
import likely.surveys.invitations.State;
import likely.surveys.people.Standing;
import org.jspecify.annotations.Nullable;

/** Planned mails, addresses and answers in memory, for tests and benchmarks. */
public final class InMemoryClaims implements Claims {
    private final Map<String, Mail> mails = new HashMap<>();
    private final NavigableSet<String> due = new TreeSet<>();
    private final Map<String, Standing> standings = new HashMap<>();
    private final Map<String, Band> answers = new HashMap<>();

    /** What is kept of a mail. */
    private static final class Mail {
        private Invitation invitation;
        private String key;
        private int mails;
        private int attempts;
        private @Nullable String token;

        Mail(Invitation invitation, String key) {
            this.invitation = invitation;
            this.key = key;
        }
    }

    public synchronized void add(Invitation invitation) {
        if (!mails.containsKey(invitation.id())) {
            String key = key(invitation.dueAt(), invitation.id());
            mails.put(invitation.id(), new Mail(invitation, key));
            due.add(key);
        }
    }

    public synchronized void put(Standing standing) {
        standings.put(standing.address(), standing);
    }

    public synchronized Standing standing(String address) {
        return standings.getOrDefault(address, Standing.unknown(address));
    }

    /** Somebody answered. */
    public synchronized void answer(String response, Band band) {
        answers.put(response, band);
    }

    public synchronized Invitation invitation(String id) {
        return mail(id).invitation;
    }

    public synchronized int mails(String id) {
        return mail(id).mails;
    }

    /** An event of SES says that it was sent. */
    public synchronized void raise(String id) {
        Mail mail = mail(id);
        if (mail.invitation.state() == State.SENDING || mail.invitation.state() == State.UNKNOWN) {
            settle(mail, State.SENT, null);
        }
    }

    private Mail mail(String id) {
        Mail mail = mails.get(id);
        if (mail == null) {
            throw new IllegalArgumentException("No mail " + id);
        }
        return mail;
    }

    @Override
    public synchronized List<Due> due(Instant at, int most) {
        List<Due> entries = new ArrayList<>();
        for (String key : due.headSet("%012d$".formatted(at.getEpochSecond()))) {
            if (entries.size() == most) {
                break;
            }
            String id = key.substring(13);
            entries.add(new Due(id, key, mail(id).invitation.state()));
        }
        return entries;
    }

    @Override
    public synchronized Optional<Planned> find(String id) {
        return Optional.ofNullable(mails.get(id))
                .filter(mail -> mail.invitation.state() == State.SCHEDULED)
                .map(mail -> new Planned(mail.invitation, mail.attempts));
    }

    @Override
    public synchronized Claimed claim(Claim claim) {
        Invitation wanted = claim.invitation();
        Mail mail = mail(wanted.id());
        Mail asking = mails.get(wanted.asking());
        if (mail.invitation.state() != State.SCHEDULED
                || mail.invitation.dueAt() > claim.at().getEpochSecond()) {
            return new Claimed.Gone();
        }
        if (claim.isRoot() && mail.mails >= claim.terms().ceiling()) {
            return new Claimed.Refused(Reason.CEILING);
        }
        if (!claim.terms().allow(wanted, standings.get(wanted.address()))) {
            return new Claimed.Changed();
        }
        if (!claim.isRoot()) {
            if (asking == null || (wanted.kind() == Kind.REMINDER && asking.invitation.state() != State.SENT)) {
                return new Claimed.Refused(Reason.ASKING_NOT_SENT);
            }
            if (asking.mails >= claim.terms().ceiling()) {
                return new Claimed.Refused(Reason.CEILING);
            }
        }
        if (wanted.kind() == Kind.REMINDER && answers.containsKey(wanted.answer())) {
            return new Claimed.Refused(Reason.ANSWERED);
        }
        if (wanted.kind() == Kind.FOLLOW_UP && answers.get(wanted.response()) != wanted.band()) {
            return new Claimed.Refused(Reason.BAND_LEFT);
        }
        take(claim, mail, asking == null ? mail : asking);
        return new Claimed.Taken();
    }

    private void take(Claim claim, Mail mail, Mail asking) {
        asking.mails++;
        mail.token = claim.token();
        mail.invitation = in(Addressed.to(claim.invitation().address(), mail.invitation), State.SENDING, null);
        move(mail, claim.until().getEpochSecond());
        if (claim.invitation().kind() == Kind.SURVEY) {
            Standing now = standing(claim.invitation().address());
            Map<Occasion, Long> asked = new EnumMap<>(Occasion.class);
            asked.putAll(now.asked());
            asked.put(claim.invitation().occasion(), claim.at().getEpochSecond());
            put(asked(now, asked, claim.invitation().id()));
        }
    }

    @Override
    public synchronized void sent(Claim claim, String messageId, Instant at) {
        Mail mail = mail(claim.invitation().id());
        State state = mail.invitation.state();
        if (claim.token().equals(mail.token) && (state == State.SENDING || state == State.UNKNOWN)) {
            settle(mail, State.SENT, null);
        }
    }

    @Override
    public synchronized void unknown(Claim claim, Reason reason) {
        Mail mail = mail(claim.invitation().id());
        if (holds(claim, mail)) {
            settle(mail, State.UNKNOWN, reason.text());
        }
    }

    @Override
    public synchronized void giveBack(Claim claim, Instant dueAt, int attempts) {
        Mail mail = mail(claim.invitation().id());
        if (holds(claim, mail)) {
            undo(claim, mail);
            mail.attempts = attempts;
            mail.invitation = at(in(mail.invitation, State.SCHEDULED, null), dueAt.getEpochSecond());
            move(mail, dueAt.getEpochSecond());
        }
    }

    @Override
    public synchronized void refused(Claim claim, Reason reason) {
        Mail mail = mail(claim.invitation().id());
        if (holds(claim, mail)) {
            undo(claim, mail);
            settle(mail, State.REFUSED, reason.text());
        }
    }

    private static boolean holds(Claim claim, Mail mail) {
        return mail.invitation.state() == State.SENDING && claim.token().equals(mail.token);
    }

    private void undo(Claim claim, Mail mail) {
        mail.token = null;
        mail(claim.invitation().asking()).mails--;
        Standing now = standing(claim.invitation().address());
        if (claim.invitation().kind() == Kind.SURVEY && claim.invitation().id().equals(now.askedBy())) {
            Standing was = claim.terms().standing();
            put(asked(now, was.asked(), was.askedBy()));
        }
    }

    @Override
    public synchronized void skip(Invitation waiting, String reason) {
        Mail mail = mail(waiting.id());
        if (asRead(waiting, mail)) {
            settle(mail, State.SKIPPED, reason);
        }
    }

    @Override
    public synchronized void postpone(Invitation waiting, Instant dueAt) {
        Mail mail = mail(waiting.id());
        if (asRead(waiting, mail)) {
            mail.invitation = at(mail.invitation, dueAt.getEpochSecond());
            move(mail, dueAt.getEpochSecond());
        }
    }

    private static boolean asRead(Invitation read, Mail mail) {
        return mail.invitation.state() == State.SCHEDULED && mail.invitation.dueAt() == read.dueAt();
    }

    @Override
    public synchronized void expire(String id, Instant at) {
        Mail mail = mail(id);
        if (mail.invitation.state() == State.SENDING
                && mail.key.compareTo("%012d".formatted(at.getEpochSecond())) < 0) {
            settle(mail, State.UNKNOWN, Reason.LEASE_OVER.text());
        }
    }

    private void settle(Mail mail, State state, @Nullable String reason) {
        due.remove(mail.key);
        mail.invitation = in(mail.invitation, state, reason);
    }

    private void move(Mail mail, long at) {
        due.remove(mail.key);
        mail.key = key(at, mail.invitation.id());
        due.add(mail.key);
    }

    private static String key(long at, String id) {
        return "%012d#%s".formatted(at, id);
    }

    private static Standing asked(Standing now, Map<Occasion, Long> asked, @Nullable String by) {
        return new Standing(
                now.address(),
                now.person(),
                now.unsubscribedAt(),
                now.unsubscribedFrom(),
                now.bouncedAt(),
                now.complainedAt(),
                now.softBounces(),
                asked,
                by,
                now.respondedAt(),
                now.restDays(),
                now.dismissed(),
                now.responded());
    }

    private static Invitation in(Invitation was, State state, @Nullable String reason) {
        return copy(was, was.dueAt(), state, reason);
    }

    private static Invitation at(Invitation was, long dueAt) {
        return copy(was, dueAt, was.state(), was.reason());
    }

    private static Invitation copy(Invitation was, long dueAt, State state, @Nullable String reason) {
        return new Invitation(
                was.id(),
                was.survey(),
                was.campaign(),
                was.wave(),
                was.kind(),
                was.occasion(),
                was.person(),
                was.address(),
                was.asking(),
                was.response(),
                was.band(),
                was.number(),
                was.properties(),
                dueAt,
                was.createdAt(),
                state,
                reason,
                was.sentAt());
    }
}
