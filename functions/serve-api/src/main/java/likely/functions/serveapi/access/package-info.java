/** Who calls, and whether it is really them. */
@NullMarked
package likely.functions.serveapi.access;

import org.jspecify.annotations.NullMarked;
