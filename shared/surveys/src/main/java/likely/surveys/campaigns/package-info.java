/** Which people are asked when: on a schedule, after an event, after an answer. */
@NullMarked
package likely.surveys.campaigns;

import org.jspecify.annotations.NullMarked;
