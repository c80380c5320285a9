/** Every word that people read, in each language, and the words that owners put in the place of them. */
@NullMarked
package likely.surveys.texts;

import org.jspecify.annotations.NullMarked;
