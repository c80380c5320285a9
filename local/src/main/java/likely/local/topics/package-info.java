/** SNS: topics and the functions subscribed to them. */
@org.jspecify.annotations.NullMarked
package likely.local.topics;
