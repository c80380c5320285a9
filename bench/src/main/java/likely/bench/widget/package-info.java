/** What a widget costs the page that it is in: ours, and what npm serves of two others, by one harness. */
@org.jspecify.annotations.NullMarked
package likely.bench.widget;
