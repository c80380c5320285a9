package likely.e2e.client;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Listens to the installation's bus: local shows it on a page; elsewhere a rule and a queue are made and removed again. */
public interface BusEvents extends AutoCloseable {

    /** The events since this listens, as EventBridge delivers them. */
    List<Map<String, Object>> seen();

    @Override
    void close();

    static BusEvents listen() {
        Target target = Target.get();
        return target.local() ? new Page() : new Queue(target.aws().orElseThrow());
    }

    /** GET /_local/bus, which has the last thousand. */
    final class Page implements BusEvents {
        @Override
        public List<Map<String, Object>> seen() {
            return Caller.anybody().get("_local/bus").list();
        }

        @Override
        public void close() {}
    }

    /** A queue behind a rule for all that comes from Likely. */
    final class Queue implements BusEvents {
        private final String name = "likely-e2e-" + UUID.randomUUID();
        private final SqsClient sqs;
        private final EventBridgeClient eventBridge;
        private final String bus;
        private final String url;
        private final List<Map<String, Object>> seen = new ArrayList<>();

        Queue(Aws aws) {
            sqs = aws.sqs();
            eventBridge = aws.bus().orElseThrow();
            bus = aws.stack();
            url = sqs.createQueue(c -> c.queueName(name)).queueUrl();
            String arn = sqs.getQueueAttributes(g -> g.queueUrl(url).attributeNames(QueueAttributeName.QUEUE_ARN))
                    .attributes()
                    .get(QueueAttributeName.QUEUE_ARN);
            String rule = eventBridge
                    .putRule(r -> r.name(name).eventBusName(bus).eventPattern("{\"source\":[\"likely\"]}"))
                    .ruleArn();
            sqs.setQueueAttributes(
                    s -> s.queueUrl(url).attributes(Map.of(QueueAttributeName.POLICY, mayBeSentTo(arn, rule))));
            var queue = software.amazon.awssdk.services.eventbridge.model.Target.builder()
                    .id("queue")
                    .arn(arn)
                    .build();
            eventBridge.putTargets(t -> t.rule(name).eventBusName(bus).targets(queue));
        }

        private static String mayBeSentTo(String queue, String rule) {
            return Caller.text(Map.of(
                    "Version",
                    "2012-10-17",
                    "Statement",
                    List.of(Map.of(
                            "Effect",
                            "Allow",
                            "Principal",
                            Map.of("Service", "events.amazonaws.com"),
                            "Action",
                            "sqs:SendMessage",
                            "Resource",
                            queue,
                            "Condition",
                            Map.of("ArnEquals", Map.of("aws:SourceArn", rule))))));
        }

        @Override
        public List<Map<String, Object>> seen() {
            List<Message> messages = sqs.receiveMessage(
                            r -> r.queueUrl(url).maxNumberOfMessages(10).waitTimeSeconds(1))
                    .messages();
            for (Message message : messages) {
                try {
                    seen.add(JSON.std.mapFrom(message.body()));
                } catch (IOException e) {
                    throw new UncheckedIOException(message.body(), e);
                }
                sqs.deleteMessage(d -> d.queueUrl(url).receiptHandle(message.receiptHandle()));
            }
            return List.copyOf(seen);
        }

        @Override
        public void close() {
            eventBridge.removeTargets(r -> r.rule(name).eventBusName(bus).ids("queue"));
            eventBridge.deleteRule(d -> d.name(name).eventBusName(bus));
            sqs.deleteQueue(d -> d.queueUrl(url));
        }
    }
}
