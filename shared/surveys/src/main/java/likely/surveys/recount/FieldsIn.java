package likely.surveys.recount;

import java.io.DataInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import likely.surveys.ledger.Contribution.CounterKey;
import org.jspecify.annotations.Nullable;

/** Reads what {@link FieldsOut} has written. */
final class FieldsIn {
    final DataInputStream data;

    FieldsIn(DataInputStream data) {
        this.data = data;
    }

    interface Each {
        void read() throws IOException;
    }

    void each(Each each) throws IOException {
        int size = data.readInt();
        for (int i = 0; i < size; i++) {
            each.read();
        }
    }

    @Nullable
    String optional() throws IOException {
        return data.readBoolean() ? data.readUTF() : null;
    }

    CounterKey counter() throws IOException {
        String survey = data.readUTF();
        String segment = optional();
        long day = data.readLong();
        return new CounterKey(survey, segment, day == Long.MIN_VALUE ? null : LocalDate.ofEpochDay(day));
    }

    Bins bins() throws IOException {
        long[] numbers = new long[Bins.SIZE];
        for (int i = 0; i < Bins.SIZE; i++) {
            numbers[i] = data.readLong();
        }
        return Bins.of(numbers);
    }

    Map<Integer, Bins> items() throws IOException {
        Map<Integer, Bins> items = new LinkedHashMap<>();
        each(() -> {
            int shard = data.readInt();
            items.put(shard, bins());
        });
        return items;
    }

    Partition partition() throws IOException {
        return new Partition(data.readInt(), data.readInt());
    }
}
