package likely.local.topics;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SNSEvent;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import likely.embedded.Template;
import org.junit.jupiter.api.Test;

class TopicsTest {

    private static final String TOPIC = "arn:aws:sns:eu-west-1:000000000000:likely-MailTold";
    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

    private final List<String> heard = new ArrayList<>();
    private final Topics topics = new Topics(
            Template.load(Path.of("src/test/resources/template.yaml")),
            (function, event) -> heard.add(function + " " + event),
            InstantSource.fixed(NOON));

    @Test
    void a_message_reaches_the_functions_of_its_topic_as_the_event_that_lambda_makes() {
        topics.publish(TOPIC, "About a mail", "{\"eventType\":\"Send\"}");

        assertThat(heard).singleElement().asString().startsWith("OverhearFunction {");
        String json = heard.get(0).substring(heard.get(0).indexOf('{'));
        SNSEvent event = LambdaEventSerializers.serializerFor(
                        SNSEvent.class, getClass().getClassLoader())
                .fromJson(json);
        SNSEvent.SNSRecord record = event.getRecords().get(0);
        assertThat(record.getEventSource()).isEqualTo("aws:sns");
        assertThat(record.getEventSubscriptionArn()).startsWith(TOPIC + ":");
        SNSEvent.SNS sns = record.getSNS();
        assertThat(sns.getTopicArn()).isEqualTo(TOPIC);
        assertThat(sns.getSubject()).isEqualTo("About a mail");
        assertThat(sns.getMessage()).isEqualTo("{\"eventType\":\"Send\"}");
        assertThat(sns.getTimestamp().getMillis()).isEqualTo(NOON.toEpochMilli());
    }

    @Test
    void a_message_of_another_topic_reaches_nobody() {
        topics.publish(TOPIC + "-other", "", "{}");
        assertThat(heard).isEmpty();
    }
}
