package likely.bench.widget;

/**
 * What one visit to a page cost, in milliseconds of the main thread's own time under a slowed CPU.
 *
 * @param script in scripts until the page with the widget is at rest, without what follows upon promises
 * @param load in all tasks until then, those of the page itself included
 * @param shown in all tasks from there until the question is up and at rest
 * @param shift the sum of layout shifts over both, without unit
 * @param requests made by the widget over both
 */
record Visit(double script, double load, double shown, double shift, int requests) {}
