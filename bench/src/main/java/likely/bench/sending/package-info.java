/** Sending: at an account's rate, by write units, and over a year. */
@NullMarked
package likely.bench.sending;

import org.jspecify.annotations.NullMarked;
