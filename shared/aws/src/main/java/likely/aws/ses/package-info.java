/** Mail by SES: envelopes, the one call that sends, and what its answers mean. */
@NullMarked
package likely.aws.ses;

import org.jspecify.annotations.NullMarked;
