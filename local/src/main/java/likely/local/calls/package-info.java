/** Recording of the AWS calls that handlers make. */
@org.jspecify.annotations.NullMarked
package likely.local.calls;
