package likely.aws.dynamodb;

import java.util.Map;
import likely.embedded.EmbeddedDynamoDb;
import likely.embedded.Template;
import likely.surveys.ledger.Contribution.CounterKey;
import likely.surveys.ledger.Delta;
import likely.surveys.ledger.Ledger;
import likely.surveys.ledger.LedgerContract;

class DynamoLedgerContractTest extends LedgerContract {
    private static final EmbeddedDynamoDb DYNAMO_DB = EmbeddedDynamoDb.shared();

    private final String table = DYNAMO_DB.freshTables(Template.find()).tableName("Scores");

    @Override
    protected Ledger ledger() {
        return new DynamoLedger(DYNAMO_DB.client(), table);
    }

    @Override
    protected Map<CounterKey, Delta> counters() {
        return new CountedScores(DYNAMO_DB.client(), table).counters();
    }
}
