/** Where answers come from, so far as it takes to see that too many come from one place. */
@NullMarked
package likely.surveys.sources;

import org.jspecify.annotations.NullMarked;
