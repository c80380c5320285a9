package likely.surveys.recount;

import likely.surveys.recount.Runs.Saved;

/** Saves a run: always before it writes anything, and else as often as is cheap beside what it reads. */
final class Saving {
    /** A page of a megabyte costs 128 read units; a kilobyte saved costs one write unit, which is five times as dear. */
    private static final int KILOBYTES_A_PAGE = 24;

    private final Runs runs;
    private long step;
    private int kilobytes;
    private int pages;

    Saving(Runs runs, long step) {
        this.runs = runs;
        this.step = step;
    }

    void afterPage(Progress run) {
        pages++;
        if (run.owes() || run.isDone() || pages * KILOBYTES_A_PAGE >= kilobytes) {
            now(run);
        }
    }

    void now(Progress run) {
        byte[] state = ProgressCodec.write(run);
        runs.save(run.run, new Saved(step + 1, state));
        step++;
        kilobytes = state.length / 1024;
        pages = 0;
    }
}
