/** How a survey reaches people: its hours, its quarantine, its sender and its words. */
@NullMarked
package likely.surveys.outreach;

import org.jspecify.annotations.NullMarked;
