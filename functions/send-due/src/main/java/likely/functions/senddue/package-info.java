/** Sends, each minute, the mails whose hour has come. */
@NullMarked
package likely.functions.senddue;

import org.jspecify.annotations.NullMarked;
