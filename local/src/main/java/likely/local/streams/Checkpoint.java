package likely.local.streams;

/** Notes that everything up to a record of the shard is dealt with. */
@FunctionalInterface
interface Checkpoint {
    void advance(String sequenceNumber);
}
