/** Notes what SES tells of mails, by way of SNS. */
@NullMarked
package likely.functions.notemailevents;

import org.jspecify.annotations.NullMarked;
