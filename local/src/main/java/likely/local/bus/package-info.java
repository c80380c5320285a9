/** EventBridge: PutEvents, rules, targets. */
@org.jspecify.annotations.NullMarked
package likely.local.bus;
