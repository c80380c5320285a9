package likely.local.mailbox;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import likely.embedded.Properties;
import likely.embedded.Resource;
import likely.embedded.Template;
import likely.embedded.TemplateException;
import likely.local.Json;

/** What the template's configuration sets tell of a mail, and to which topics. */
final class EventDestinations {

    private static final Set<String> DESTINATION = Set.of("Name", "Enabled", "MatchingEventTypes", "SnsDestination");
    private static final String SUBJECT = "Amazon SES Email Event Notification";

    private final List<Destination> destinations = new ArrayList<>();
    private final Topic topic;

    /** Takes a message for a topic. */
    @FunctionalInterface
    interface Topic {
        void publish(String topicArn, String subject, String message);
    }

    /** The types are as SES's events spell them, in lower case. */
    private record Destination(String configurationSet, Set<String> types, String topicArn) {}

    EventDestinations(Template template, Topic topic) {
        this.topic = topic;
        for (Resource resource : template.resources("AWS::SES::ConfigurationSetEventDestination")) {
            Properties destination =
                    resource.properties().object("EventDestination").only(DESTINATION);
            if (destination.flag("Enabled", true)) {
                destinations.add(destination(template, resource, destination));
            }
        }
    }

    private static Destination destination(Template template, Resource resource, Properties destination) {
        String set = resource.properties().text("ConfigurationSetName");
        if (template.resources("AWS::SES::ConfigurationSet").stream()
                .noneMatch(each -> template.ref(each.id()).equals(set))) {
            throw new TemplateException(resource.id() + ": the template has no configuration set " + set);
        }
        Set<String> types = new HashSet<>();
        destination.texts("MatchingEventTypes").forEach(type -> types.add(type.toLowerCase(Locale.ROOT)));
        return new Destination(set, types, destination.object("SnsDestination").text("TopicARN"));
    }

    /** Hands on one of SES's events, such as a Delivery, if the mail's configuration set has a destination for it. */
    void publish(Map<String, ?> event) {
        String type = String.valueOf(event.get("eventType")).replace(" ", "").toLowerCase(Locale.ROOT);
        Properties tags = Properties.of(event, "event").object("mail").object("tags");
        for (String set : tags.texts("ses:configuration-set")) {
            destinations.stream()
                    .filter(each ->
                            each.configurationSet().equals(set) && each.types().contains(type))
                    .forEach(each -> topic.publish(each.topicArn(), SUBJECT, Json.text(event)));
        }
    }
}
