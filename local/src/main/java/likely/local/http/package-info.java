/** The HTTP front: API Gateway's REST API, as the template routes it. */
@org.jspecify.annotations.NullMarked
package likely.local.http;
