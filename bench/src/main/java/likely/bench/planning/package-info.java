/** What planning a wave takes. */
@NullMarked
package likely.bench.planning;

import org.jspecify.annotations.NullMarked;
