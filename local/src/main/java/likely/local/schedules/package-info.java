/** rate() and cron() of EventBridge. */
@org.jspecify.annotations.NullMarked
package likely.local.schedules;
