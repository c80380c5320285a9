package likely.surveys.sending;

/** What a claim met with. */
public sealed interface Claimed {
    /** It holds: the caller makes the call, and nobody else does. */
    record Taken() implements Claimed {}

    /** Another dispatcher has it, or it was moved, called off or settled. */
    record Gone() implements Claimed {}

    /** The address is no longer what the terms were made for; they are to be made again. */
    record Changed() implements Claimed {}

    /** It is not to be sent any more. */
    record Refused(Reason reason) implements Claimed {}
}
