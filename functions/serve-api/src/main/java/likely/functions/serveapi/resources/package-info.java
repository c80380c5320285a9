/** What /v1 serves: surveys, keys, responses, scores. */
@NullMarked
package likely.functions.serveapi.resources;

import org.jspecify.annotations.NullMarked;
