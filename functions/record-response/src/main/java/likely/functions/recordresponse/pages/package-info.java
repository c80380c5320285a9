/** Pages behind the links in mails: the survey, and what somebody wants of our mail. */
@NullMarked
package likely.functions.recordresponse.pages;

import org.jspecify.annotations.NullMarked;
