package likely.local.streams;

import java.util.List;

/** A shard's records in order, as they become visible. */
interface ShardRecords {

    /** The next records that are there already, none if there are none. */
    List<StreamRecord> read(int limit);

    /** Whether the shard is closed and read to its end. */
    boolean ended();
}
