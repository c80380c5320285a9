package likely.local;

import java.util.Set;
import likely.embedded.Properties;
import likely.embedded.Resource;
import likely.embedded.Template;
import likely.embedded.TemplateException;

/** What of a template runs here, and what may be left out on one machine; anything else is an error by name. */
final class Supported {

    private static final Set<String> RUN = Set.of(
            "AWS::DynamoDB::Table",
            "AWS::Events::EventBus",
            "AWS::Events::Rule",
            "AWS::SES::ConfigurationSet",
            "AWS::SES::ConfigurationSetEventDestination",
            "AWS::SNS::Topic",
            "AWS::SQS::Queue",
            "AWS::SecretsManager::Secret",
            "AWS::Serverless::Api",
            "AWS::Serverless::Function");
    private static final Set<String> LEFT_OUT = Set.of(
            "AWS::CloudFront::CachePolicy",
            "AWS::CloudFront::Distribution",
            "AWS::CloudFront::Function",
            "AWS::CloudFront::OriginRequestPolicy",
            "AWS::CloudWatch::Alarm",
            "AWS::CloudWatch::Dashboard",
            "AWS::IAM::ManagedPolicy",
            "AWS::IAM::Role",
            "AWS::Lambda::Permission",
            "AWS::Logs::LogGroup",
            "AWS::Logs::MetricFilter",
            "AWS::SNS::TopicPolicy",
            "AWS::SQS::QueuePolicy",
            "AWS::ApiGateway::Account",
            "AWS::WAFv2::WebACL",
            "AWS::WAFv2::WebACLAssociation");
    private static final Set<String> EVENTS =
            Set.of("Api", "CloudWatchEvent", "DynamoDB", "EventBridgeRule", "SNS", "SQS", "Schedule", "ScheduleV2");

    private Supported() {}

    static void check(Template template) {
        for (Resource resource : template.resources()) {
            if (!RUN.contains(resource.type()) && !LEFT_OUT.contains(resource.type())) {
                throw new TemplateException(resource.id() + ": " + resource.type() + " does not run here");
            }
            if (resource.type().equals("AWS::Serverless::Function")) {
                Properties events = resource.properties().object("Events");
                for (String name : events.names()) {
                    String type = events.object(name).text("Type");
                    if (!EVENTS.contains(type)) {
                        throw new TemplateException(
                                resource.id() + "." + name + ": events of type " + type + " do not run here");
                    }
                }
            }
        }
    }
}
