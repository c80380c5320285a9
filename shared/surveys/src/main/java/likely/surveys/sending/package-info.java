/** Sends what is due: claims each mail, makes one call for it, and settles what came of the call. */
@NullMarked
package likely.surveys.sending;

import org.jspecify.annotations.NullMarked;
