package likely.bench.widget;

/**
 * What one visit to a page cost, in milliseconds of the main thread's own time under a slowed CPU.
 *
 * @param loading in scripts while the page loads, without what follows upon promises
 * @param loaded in scripts from there until page and widget are at rest, without that too
 * @param load in all tasks of both, those of the page itself included
 * @param shown in all tasks from there until the question is up and at rest
 * @param shift the sum of layout shifts over both, without unit
 * @param requests made by the widget over both
 */
record Visit(double loading, double loaded, double load, double shown, double shift, int requests) {}
