/** Turns campaigns into planned mails: waves, events from the shop, follow-ups; and says beforehand what they will be. */
@NullMarked
package likely.surveys.planning;

import org.jspecify.annotations.NullMarked;
