/** Event source mappings of DynamoDB streams: batches, retries, checkpoints. */
@org.jspecify.annotations.NullMarked
package likely.local.streams;
