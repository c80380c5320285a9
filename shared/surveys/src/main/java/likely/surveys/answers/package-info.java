/** Answers as they are listed and read. */
@NullMarked
package likely.surveys.answers;

import org.jspecify.annotations.NullMarked;
