/** The public function: tells a widget what to ask, and records what a visitor answers. */
@NullMarked
package likely.functions.recordresponse;

import org.jspecify.annotations.NullMarked;
