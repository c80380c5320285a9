/** Tells the bus what became of a response. */
@NullMarked
package likely.functions.announceresponses;

import org.jspecify.annotations.NullMarked;
