/** A shop to try Likely with: a product page, a checkout, and a server that tells the bus of its orders. */
@org.jspecify.annotations.NullMarked
package likely.local.demo;
