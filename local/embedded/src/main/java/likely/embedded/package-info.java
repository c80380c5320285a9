/** What template.yaml describes, read and brought up inside one JVM: its tables on DynamoDB Local. */
@org.jspecify.annotations.NullMarked
package likely.embedded;
