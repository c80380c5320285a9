/** The function behind a key: the API under /v1, and the dashboard. */
@NullMarked
package likely.functions.serveapi;

import org.jspecify.annotations.NullMarked;
