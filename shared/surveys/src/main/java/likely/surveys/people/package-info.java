/** People who may be asked, and what is known of each address: who has it, when it was asked, whether it may be. */
@NullMarked
package likely.surveys.people;

import org.jspecify.annotations.NullMarked;
