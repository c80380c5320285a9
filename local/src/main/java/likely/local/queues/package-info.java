/** SQS by ElasticMQ, and its event source mappings. */
@org.jspecify.annotations.NullMarked
package likely.local.queues;
