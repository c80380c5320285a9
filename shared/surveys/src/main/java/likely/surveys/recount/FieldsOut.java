package likely.surveys.recount;

import java.io.DataOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import likely.surveys.ledger.Contribution.CounterKey;
import org.jspecify.annotations.Nullable;

/** Writes the parts that a saved run is made of. */
final class FieldsOut {
    final DataOutputStream data;

    FieldsOut(DataOutputStream data) {
        this.data = data;
    }

    interface Each<T> {
        void write(T item) throws IOException;
    }

    <T> void list(Collection<T> items, Each<T> each) throws IOException {
        data.writeInt(items.size());
        for (T item : items) {
            each.write(item);
        }
    }

    void optional(@Nullable String text) throws IOException {
        data.writeBoolean(text != null);
        if (text != null) {
            data.writeUTF(text);
        }
    }

    void counter(CounterKey counter) throws IOException {
        LocalDate day = counter.day();
        data.writeUTF(counter.survey());
        optional(counter.segment());
        data.writeLong(day == null ? Long.MIN_VALUE : day.toEpochDay());
    }

    void bins(Bins bins) throws IOException {
        for (int i = 0; i < Bins.SIZE; i++) {
            data.writeLong(bins.at(i));
        }
    }

    void items(Map<Integer, Bins> items) throws IOException {
        list(items.entrySet(), item -> {
            data.writeInt(item.getKey());
            bins(item.getValue());
        });
    }

    void partition(Partition partition) throws IOException {
        data.writeInt(partition.index());
        data.writeInt(partition.of());
    }
}
