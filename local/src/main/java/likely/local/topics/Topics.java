package likely.local.topics;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import likely.embedded.Properties;
import likely.embedded.Resource;
import likely.embedded.Template;
import likely.embedded.TemplateException;

/** SNS between the template's topics and the functions with an event of type SNS. */
public final class Topics {

    private static final Set<String> KNOWN = Set.of("Topic", "Region");

    private final List<Subscription> subscriptions = new ArrayList<>();
    private final Subscriber subscriber;
    private final InstantSource clock;

    /** Where messages go. */
    @FunctionalInterface
    public interface Subscriber {
        void hear(String functionId, String event);
    }

    private record Subscription(String topicArn, String functionId) {}

    public Topics(Template template, Subscriber subscriber, InstantSource clock) {
        this.subscriber = subscriber;
        this.clock = clock;
        for (Resource function : template.resources("AWS::Serverless::Function")) {
            Properties events = function.properties().object("Events");
            for (String name : events.names()) {
                if (events.object(name).text("Type").equals("SNS")) {
                    Properties event = events.object(name).object("Properties").only(KNOWN);
                    subscriptions.add(new Subscription(topic(template, event), function.id()));
                }
            }
        }
    }

    private static String topic(Template template, Properties event) {
        String arn = event.text("Topic");
        return template.byArn("AWS::SNS::Topic", "TopicArn", arn)
                .map(topic -> arn)
                .orElseThrow(() -> new TemplateException(event.where() + ": the template has no topic " + arn));
    }

    /** Hands a message to each function that is subscribed to a topic. */
    public void publish(String topicArn, String subject, String message) {
        for (Subscription subscription : subscriptions) {
            if (subscription.topicArn().equals(topicArn)) {
                subscriber.hear(
                        subscription.functionId(), Notification.event(topicArn, subject, message, clock.instant()));
            }
        }
    }
}
