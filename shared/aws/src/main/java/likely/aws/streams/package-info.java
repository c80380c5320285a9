/** From a stream's batch to calls, and from the calls' failures to the batch's partial failures. */
@NullMarked
package likely.aws.streams;

import org.jspecify.annotations.NullMarked;
