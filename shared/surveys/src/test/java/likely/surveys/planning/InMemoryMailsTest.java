package likely.surveys.planning;

import likely.surveys.invitations.Invitations;
import likely.surveys.invitations.State;

class InMemoryMailsTest extends PlansContract {
    private final InMemoryMails mails = new InMemoryMails();

    @Override
    protected Plans plans() {
        return mails;
    }

    @Override
    protected Invitations invitations() {
        return mails;
    }

    @Override
    protected void become(String id, State state) {
        mails.become(id, state);
    }
}
