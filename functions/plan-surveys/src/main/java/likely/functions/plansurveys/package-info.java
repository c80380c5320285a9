/** Plans mails: waves of schedules, surveys after events, follow-ups after answers. */
@NullMarked
package likely.functions.plansurveys;

import org.jspecify.annotations.NullMarked;
