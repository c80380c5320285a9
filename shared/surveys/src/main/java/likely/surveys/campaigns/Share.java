package likely.surveys.campaigns;

import likely.surveys.ResponseId;

/** Where a person stands in a campaign, from 0 up to and without 1: evenly spread, and the same for ever. */
final class Share {
    private Share() {}

    /** @param purpose what it is for; shares for different purposes have nothing to do with each other */
    static double of(String purpose, String campaign, String person) {
        // 53 bits are what a double holds; more could round up to 1.
        return (ResponseId.hash(purpose + "\n" + campaign + "\n" + person) >>> 10) * 0x1p-53;
    }
}
