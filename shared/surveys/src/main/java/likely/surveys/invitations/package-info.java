/** Planned mails: a survey, its reminders, and what follows an answer. */
@NullMarked
package likely.surveys.invitations;

import org.jspecify.annotations.NullMarked;
