package likely.surveys.sending;

import likely.scoring.Band;
import likely.surveys.invitations.Invitation;
import likely.surveys.people.Standing;

class InMemoryClaimsTest extends ClaimsContract {
    private final InMemoryClaims claims = new InMemoryClaims();

    @Override
    protected Claims claims() {
        return claims;
    }

    @Override
    protected void add(Invitation invitation) {
        claims.add(invitation);
    }

    @Override
    protected void put(Standing standing) {
        claims.put(standing);
    }

    @Override
    protected Standing standing(String address) {
        return claims.standing(address);
    }

    @Override
    protected void answer(String response, Band band) {
        claims.answer(response, band);
    }

    @Override
    protected Invitation invitation(String id) {
        return claims.invitation(id);
    }
}
