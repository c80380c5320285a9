/** The ports on DynamoDB; the only place that knows items, keys and indexes. */
@NullMarked
package likely.aws.dynamodb;

import org.jspecify.annotations.NullMarked;
