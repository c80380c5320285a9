/** The ledger: which contribution of each response is counted now, so that each is counted exactly once. */
@NullMarked
package likely.surveys.ledger;

import org.jspecify.annotations.NullMarked;
