package likely.e2e.permissions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/**
 * Each role allows exactly what its function called while the suite ran against `local`: every call is allowed, and
 * whatever is allowed was used.
 */
class RolesTest {
    /** What AWS itself does in a function's name, so that no handler is seen to call it. */
    private static final Map<String, String> PLATFORM = Map.of(
            "dynamodb:DescribeStream", "the event source mapping reads the stream",
            "dynamodb:GetRecords", "the event source mapping reads the stream",
            "dynamodb:GetShardIterator", "the event source mapping reads the stream",
            "dynamodb:ListStreams", "the event source mapping reads the stream",
            "logs:CreateLogStream", "the runtime writes what the function prints",
            "logs:PutLogEvents", "the runtime writes what the function prints");

    /** What the suite cannot bring about, and a test of the function does. */
    private static final Map<String, String> TOLD_OTHERWISE = Map.of(
            "recount, HandOver: lambda:InvokeFunction on recount:live",
            "only a run of over fourteen minutes hands over; the function's own tests make it",
            "plan-surveys, TakeRequests: sqs:ReceiveMessage on PlanRequests",
            "the event source mapping takes from the queue",
            "plan-surveys, TakeRequests: sqs:DeleteMessage on PlanRequests",
            "the event source mapping takes from the queue",
            "plan-surveys, TakeRequests: sqs:GetQueueAttributes on PlanRequests",
            "the event source mapping takes from the queue",
            "note-mail-events, KeepFailedEvents: sqs:SendMessage on FailedMailEvents",
            "Lambda keeps an event there that it gave up to deliver",
            "note-mail-events, ReadSecrets: secretsmanager:GetSecretValue on AddressSecret",
            "only a mail that is tagged with no invitation is found by its address; NoteMailEventsTest has one",
            "record-response, NoteOpeningsAndAnswers: the attribute answers",
            "it stands in the condition of a transaction, which is not recorded; LeastPrivilegeTest looks at it",
            "send-due, LeaseAndRamp: the partition keys ramp",
            "only an installation with RampUp has one; RateAndQuotaTest makes it");

    @Test
    void every_call_is_allowed_and_whatever_is_allowed_was_used() throws IOException {
        Path root = Files.exists(Path.of("template.yaml")) ? Path.of("") : Path.of("..");
        Path file = root.resolve("e2e/target/local/calls.jsonl");
        assumeTrue(System.getenv("LIKELY_URL") == null && Files.exists(file), "the suite did not run against local");
        TemplateFile template = new TemplateFile(root.resolve("template.yaml"));
        Resources resources = template.resources();
        Set<String> lines;
        try (var read = Files.lines(file)) {
            lines = new TreeSet<>(read.toList()); // most calls are like another one
        }
        List<Call> calls =
                lines.stream().map(line -> Call.read(line, resources)).toList();

        List<Statement> statements = template.statements();

        assertThat(statements).as("statements in template.yaml").isNotEmpty();
        assertThat(calls).as("calls in " + file).isNotEmpty();
        SoftAssertions.assertSoftly(proof -> {
            proof.assertThat(refused(calls, statements))
                    .as("calls that no statement allows")
                    .isEmpty();
            proof.assertThat(Unused.of(calls, statements, PLATFORM.keySet()))
                    .as("allowed, and used by nobody")
                    .isEqualTo(TOLD_OTHERWISE.keySet());
        });
    }

    private static Set<String> refused(List<Call> calls, List<Statement> statements) {
        List<String> refused = new ArrayList<>();
        for (Call call : calls) {
            boolean allowed = statements.stream()
                    .anyMatch(statement -> statement.function().equals(call.function()) && statement.allows(call));
            if (!allowed) {
                refused.add(call.toString());
            }
        }
        return new TreeSet<>(refused);
    }
}
