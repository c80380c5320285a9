/** Everything that template.yaml describes, run in one JVM on one machine. */
@org.jspecify.annotations.NullMarked
package likely.local;
