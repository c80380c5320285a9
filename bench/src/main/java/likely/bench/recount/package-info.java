/** What a recount of many answers takes. */
@NullMarked
package likely.bench.recount;

import org.jspecify.annotations.NullMarked;
