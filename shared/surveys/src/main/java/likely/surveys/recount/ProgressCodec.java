package likely.surveys.recount;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import likely.surveys.ledger.Contribution.CounterKey;
import likely.surveys.recount.Progress.Stage;
import likely.surveys.recount.RecountStore.CounterRepair;
import likely.surveys.recount.Watch.Digest;
import likely.surveys.recount.Watch.Group;
import likely.surveys.recount.Watch.Watched;

/** A run as bytes, compressed. Written and read as a stream, since the balances may be most of the memory. */
final class ProgressCodec {
    /** Raised when the form changes; a run of another form is begun anew by its owner. */
    private static final int FORM = 2;

    private ProgressCodec() {}

    /** A run that was saved by another version of this code. */
    static final class OtherForm extends RuntimeException {
        private static final long serialVersionUID = 1L;

        OtherForm(int form) {
            super("The run was saved in form " + form + " and this code reads form " + FORM + ": begin a new run");
        }
    }

    static byte[] write(Progress run) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream data = new DataOutputStream(new GZIPOutputStream(bytes, 8192))) {
            data.writeInt(FORM);
            data.writeUTF(run.run);
            data.writeBoolean(run.options.repair());
            data.writeBoolean(run.options.backfill());
            FieldsOut out = new FieldsOut(data);
            out.optional(run.options.survey());
            numbers(out, run.numbers);
            data.writeUTF(run.stage.name());
            data.writeLong(run.invocations);
            out.optional(run.position);
            data.writeBoolean(run.scanned);
            data.writeLong(run.notBefore.toEpochMilli());
            out.list(run.unreadableSurveys, data::writeUTF);
            out.list(run.suspects, suspect -> {
                data.writeUTF(suspect.id());
                data.writeLong(suspect.mark());
                data.writeLong(suspect.seen().toEpochMilli());
                data.writeLong(suspect.contradicted());
            });
            out.list(run.toRepair, data::writeUTF);
            out.list(run.toBackfill, data::writeUTF);
            out.list(run.toExpire, data::writeUTF);
            out.list(run.toMend, mend -> {
                out.counter(mend.counter());
                out.items(mend.asRead());
                out.bins(mend.difference());
                data.writeLong(mend.lookedAt());
            });
            out.partition(run.partition);
            out.list(run.partitions, out::partition);
            out.list(run.balances.entrySet(), balance -> {
                out.counter(balance.getKey());
                out.bins(balance.getValue());
            });
            out.list(run.drifting, out::counter);
            watch(out, run.watch);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static Progress read(byte[] state) {
        try (DataInputStream data = new DataInputStream(new GZIPInputStream(new ByteArrayInputStream(state), 8192))) {
            int form = data.readInt();
            if (form != FORM) {
                throw new OtherForm(form);
            }
            FieldsIn in = new FieldsIn(data);
            String id = data.readUTF();
            Progress run = new Progress(id, new Options(data.readBoolean(), data.readBoolean(), in.optional()));
            numbers(in, run.numbers);
            run.stage = Stage.valueOf(data.readUTF());
            run.invocations = data.readLong();
            run.position = in.optional();
            run.scanned = data.readBoolean();
            run.notBefore = Instant.ofEpochMilli(data.readLong());
            in.each(() -> run.unreadableSurveys.add(data.readUTF()));
            in.each(() -> run.suspects.add(new Suspect(
                    data.readUTF(), data.readLong(), Instant.ofEpochMilli(data.readLong()), data.readLong())));
            in.each(() -> run.toRepair.add(data.readUTF()));
            in.each(() -> run.toBackfill.add(data.readUTF()));
            in.each(() -> run.toExpire.add(data.readUTF()));
            in.each(() -> run.toMend.add(new CounterRepair(in.counter(), in.items(), in.bins(), id, data.readLong())));
            run.partition = in.partition();
            in.each(() -> run.partitions.add(in.partition()));
            in.each(() -> run.balances.put(in.counter(), in.bins()));
            in.each(() -> run.drifting.add(in.counter()));
            watch(in, run.watch);
            return run;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void numbers(FieldsOut out, Numbers numbers) throws IOException {
        for (long number : new long[] {
            numbers.responses,
            numbers.entries,
            numbers.counters,
            numbers.backfill,
            numbers.backfilled,
            numbers.repaired,
            numbers.unsettled
        }) {
            out.data.writeLong(number);
        }
        out.list(numbers.found.entrySet(), found -> {
            out.data.writeUTF(found.getKey().name());
            out.data.writeLong(found.getValue());
        });
        out.list(numbers.examples.entrySet(), examples -> {
            out.data.writeUTF(examples.getKey().name());
            out.list(examples.getValue(), out.data::writeUTF);
        });
    }

    private static void numbers(FieldsIn in, Numbers numbers) throws IOException {
        numbers.responses = in.data.readLong();
        numbers.entries = in.data.readLong();
        numbers.counters = in.data.readLong();
        numbers.backfill = in.data.readLong();
        numbers.backfilled = in.data.readLong();
        numbers.repaired = in.data.readLong();
        numbers.unsettled = in.data.readLong();
        in.each(() -> numbers.found.put(Kind.valueOf(in.data.readUTF()), in.data.readLong()));
        in.each(() -> {
            Collection<String> examples =
                    numbers.examples.computeIfAbsent(Kind.valueOf(in.data.readUTF()), k -> new java.util.ArrayList<>());
            in.each(() -> examples.add(in.data.readUTF()));
        });
    }

    private static void watch(FieldsOut out, Watch watch) throws IOException {
        out.data.writeLong(watch.lookedAt);
        out.data.writeInt(watch.looks);
        out.list(watch.counters.entrySet(), watched -> {
            out.counter(watched.getKey());
            out.bins(watched.getValue().sum);
            out.items(watched.getValue().items);
        });
        digests(out, watch.before);
        digests(out, watch.now);
    }

    private static void watch(FieldsIn in, Watch watch) throws IOException {
        watch.lookedAt = in.data.readLong();
        watch.looks = in.data.readInt();
        in.each(() -> {
            CounterKey counter = in.counter();
            Watched watched = new Watched();
            watched.sum.add(in.bins(), 1);
            watched.items = in.items();
            watch.counters.put(counter, watched);
        });
        watch.before = digests(in);
        watch.now = digests(in);
    }

    private static void digests(FieldsOut out, Map<Group, Digest> digests) throws IOException {
        out.list(digests.entrySet(), digest -> {
            out.counter(new CounterKey(
                    digest.getKey().survey(), null, digest.getKey().day()));
            out.data.writeLong(digest.getValue().size);
            out.data.writeLong(digest.getValue().sum);
        });
    }

    private static Map<Group, Digest> digests(FieldsIn in) throws IOException {
        Map<Group, Digest> digests = new HashMap<>();
        in.each(() -> {
            Group group = Group.of(in.counter());
            Digest digest = new Digest();
            digest.size = in.data.readLong();
            digest.sum = in.data.readLong();
            digests.put(group, digest);
        });
        return digests;
    }
}
