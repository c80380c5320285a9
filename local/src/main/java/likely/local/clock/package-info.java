/** A clock that can be moved forward, on one machine only. */
@org.jspecify.annotations.NullMarked
package likely.local.clock;
