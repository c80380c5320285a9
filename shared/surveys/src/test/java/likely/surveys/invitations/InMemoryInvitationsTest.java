package likely.surveys.invitations;

class InMemoryInvitationsTest extends InvitationsContract {
    private final InMemoryInvitations invitations = new InMemoryInvitations();

    @Override
    protected Invitations invitations() {
        return invitations;
    }

    @Override
    protected void become(String id, State state) {
        invitations.become(id, state);
    }
}
