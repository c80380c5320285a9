package likely.local.streams;

/** Takes the message about a batch that was given up; returns once it is safe. */
@FunctionalInterface
interface FailureDestination {
    void send(String message);
}
