/** Answers given by a link, and what opened the link without answering. */
@NullMarked
package likely.surveys.answering;

import org.jspecify.annotations.NullMarked;
