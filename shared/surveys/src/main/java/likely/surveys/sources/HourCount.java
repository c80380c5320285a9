package likely.surveys.sources;

/** How many answers one place has given in an hour, as far as this process knows. */
final class HourCount {
    private long inStore;
    private long unreported;
    private boolean listed;

    synchronized long now() {
        return inStore + unreported;
    }

    /** Counts one; answers how many are to be added to the store, which are taken for added until told otherwise. */
    synchronized long oneMore(int kept) {
        unreported++;
        if (inStore == 0 && unreported <= kept) {
            return 0;
        }
        long due = unreported;
        unreported = 0;
        inStore += due;
        return due;
    }

    /** The store has so many: other processes count too. */
    synchronized void reported(long total) {
        inStore = Math.max(inStore, total);
    }

    /** The store did not take them: the next one takes them along. */
    synchronized void unreported(long due) {
        inStore -= due;
        unreported += due;
    }

    synchronized boolean isFirstMarked() {
        return !listed;
    }

    synchronized void listed() {
        listed = true;
    }
}
