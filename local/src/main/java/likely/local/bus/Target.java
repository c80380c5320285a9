package likely.local.bus;

/** Takes what a rule sends to an ARN: a function or a queue of the template. */
@FunctionalInterface
public interface Target {
    void deliver(String arn, String event);
}
