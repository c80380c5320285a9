/** How long a function takes from the start of its process to its first stored answer. */
@NullMarked
package likely.bench.coldstart;

import org.jspecify.annotations.NullMarked;
