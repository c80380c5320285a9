/** Surveys and answers: what may be asked and said, and the rules that keep an answer recorded once. */
@NullMarked
package likely.surveys;

import org.jspecify.annotations.NullMarked;
