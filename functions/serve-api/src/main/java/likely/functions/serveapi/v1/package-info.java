/** The conventions of /v1, laid out once: Delighted's REST API v1, so that its clients work unchanged. */
@NullMarked
package likely.functions.serveapi.v1;

import org.jspecify.annotations.NullMarked;
