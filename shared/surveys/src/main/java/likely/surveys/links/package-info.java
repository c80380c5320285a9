/** Signed links: what stands in a mail, and is worth nothing without its signature. */
@NullMarked
package likely.surveys.links;

import org.jspecify.annotations.NullMarked;
