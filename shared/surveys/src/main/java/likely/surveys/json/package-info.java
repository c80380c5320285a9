/** Strict JSON, and fields that say what is wrong with them. */
@NullMarked
package likely.surveys.json;

import org.jspecify.annotations.NullMarked;
