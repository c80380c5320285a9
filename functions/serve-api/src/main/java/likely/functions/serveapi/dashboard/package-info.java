/** The pages that a browser gets, and its session. */
@NullMarked
package likely.functions.serveapi.dashboard;

import org.jspecify.annotations.NullMarked;
