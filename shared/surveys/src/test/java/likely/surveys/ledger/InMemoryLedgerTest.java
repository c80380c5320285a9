package likely.surveys.ledger;

import java.util.Map;
import likely.surveys.ledger.Contribution.CounterKey;

class InMemoryLedgerTest extends LedgerContract {
    private final InMemoryLedger ledger = new InMemoryLedger();

    @Override
    protected Ledger ledger() {
        return ledger;
    }

    @Override
    protected Map<CounterKey, Delta> counters() {
        return ledger.counters();
    }
}
