/** The score of any survey, segment and range of time, from counters and, inside a day, from the answers. */
@NullMarked
package likely.surveys.scores;

import org.jspecify.annotations.NullMarked;
