package likely.bench.coldstart;

/**
 * One start.
 *
 * @param elapsed milliseconds on the clock
 * @param cpu milliseconds of processor time, of all threads: what a busy machine changes least
 */
record Sample(double elapsed, double cpu) {}
