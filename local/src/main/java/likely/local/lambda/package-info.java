/** The functions: instances, calls, time-outs, and the Invoke endpoint. */
@org.jspecify.annotations.NullMarked
package likely.local.lambda;
