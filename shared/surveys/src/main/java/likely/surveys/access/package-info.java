/** Keys to the API, and what their holders may do. */
@NullMarked
package likely.surveys.access;

import org.jspecify.annotations.NullMarked;
