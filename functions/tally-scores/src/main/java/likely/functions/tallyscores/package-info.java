/** Counts each response exactly once. */
@NullMarked
package likely.functions.tallyscores;

import org.jspecify.annotations.NullMarked;
