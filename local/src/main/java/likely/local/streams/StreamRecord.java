package likely.local.streams;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One change, with the object that a function gets for it. */
record StreamRecord(String sequenceNumber, Instant created, Map<String, @Nullable Object> event) {}
