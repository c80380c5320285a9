/** The ports on AWS, and the adapters from Lambda's events to use cases. */
@NullMarked
package likely.aws;

import org.jspecify.annotations.NullMarked;
