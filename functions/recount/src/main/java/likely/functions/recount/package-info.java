/** Compares responses, ledger and counters; repairs when told to. */
@NullMarked
package likely.functions.recount;

import org.jspecify.annotations.NullMarked;
