package likely.surveys.sending;

import likely.surveys.invitations.Invitation;

/** A mail on its way to the address that its person has now. */
final class Addressed {
    private Addressed() {}

    static Invitation to(String address, Invitation planned) {
        return new Invitation(
                planned.id(),
                planned.survey(),
                planned.campaign(),
                planned.wave(),
                planned.kind(),
                planned.occasion(),
                planned.person(),
                address,
                planned.asking(),
                planned.response(),
                planned.band(),
                planned.number(),
                planned.properties(),
                planned.dueAt(),
                planned.createdAt(),
                planned.state(),
                planned.reason(),
                planned.sentAt());
    }
}
