/** The figures of docs/benchmarks.md: one main class and one script each. */
@NullMarked
package likely.bench;

import org.jspecify.annotations.NullMarked;
