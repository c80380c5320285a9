/** From API Gateway's proxy events to requests, and from replies back. */
@NullMarked
package likely.aws.http;

import org.jspecify.annotations.NullMarked;
