package likely.aws;

import java.security.SecureRandom;
import likely.surveys.ledger.Tallying;

/** Waits a random time, on average doubled at each attempt, so that those who collided do not collide again. */
public final class Waits implements Tallying.Pause {
    private static final int SHORTEST_MS = 20;
    private static final int LONGEST_MS = 1_000;

    private final SecureRandom random = new SecureRandom();

    @Override
    public void before(int attempt) {
        int most = Math.min(LONGEST_MS, SHORTEST_MS << Math.min(attempt, 6));
        try {
            Thread.sleep(1 + random.nextInt(most));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
