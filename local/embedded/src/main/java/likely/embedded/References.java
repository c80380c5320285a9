package likely.embedded;

import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** What {@code !Ref} and {@code !GetAtt} of a resource give, by its type, as CloudFormation documents it. */
final class References {

    static final String REGION = "eu-west-1";
    static final String ACCOUNT = "000000000000";

    /** The property that names a resource of the type; without it the name is made from stack and logical id. */
    private static final Map<String, String> NAME_PROPERTIES = Map.ofEntries(
            Map.entry("AWS::DynamoDB::Table", "TableName"),
            Map.entry("AWS::SQS::Queue", "QueueName"),
            Map.entry("AWS::SNS::Topic", "TopicName"),
            Map.entry("AWS::SES::ConfigurationSet", "Name"),
            Map.entry("AWS::Events::EventBus", "Name"),
            Map.entry("AWS::Events::Rule", "Name"),
            Map.entry("AWS::SecretsManager::Secret", "Name"),
            Map.entry("AWS::Serverless::Function", "FunctionName"),
            Map.entry("AWS::Serverless::Api", "Name"),
            Map.entry("AWS::Logs::LogGroup", "LogGroupName"),
            Map.entry("AWS::IAM::Role", "RoleName"),
            Map.entry("AWS::CloudWatch::Alarm", "AlarmName"));

    private References() {}

    /** The property that would name it; the caller resolves that property alone, or two that name each other loop. */
    static String nameProperty(String id, String type) {
        String property = NAME_PROPERTIES.get(type);
        if (property == null) {
            throw new TemplateException(id + ": no way to refer to a resource of type " + type);
        }
        return property;
    }

    static String ref(String id, String type, Supplier<String> name) {
        return switch (type) {
            case "AWS::SQS::Queue" -> "https://sqs." + REGION + ".amazonaws.com/" + ACCOUNT + "/" + name.get();
            case "AWS::SNS::Topic", "AWS::SecretsManager::Secret" -> arn(id, type, name.get());
            case "AWS::Serverless::Api" -> id.toLowerCase(Locale.ROOT);
            default -> name.get();
        };
    }

    static String attribute(String id, String type, String attribute, Supplier<String> name) {
        return switch (type + "." + attribute) {
            case "AWS::DynamoDB::Table.StreamArn" -> arn(id, type, name.get()) + "/stream/latest";
            case "AWS::SQS::Queue.QueueName", "AWS::SNS::Topic.TopicName", "AWS::Events::EventBus.Name" -> name.get();
            case "AWS::SNS::Topic.TopicArn",
                    "AWS::DynamoDB::Table.Arn",
                    "AWS::SQS::Queue.Arn",
                    "AWS::Events::EventBus.Arn",
                    "AWS::Events::Rule.Arn",
                    "AWS::Serverless::Function.Arn",
                    "AWS::Logs::LogGroup.Arn",
                    "AWS::IAM::Role.Arn",
                    "AWS::CloudWatch::Alarm.Arn" -> arn(id, type, name.get());
            default -> throw new TemplateException(id + ": attribute " + attribute + " of " + type + " is not known");
        };
    }

    private static String arn(String id, String type, String name) {
        String place = REGION + ":" + ACCOUNT + ":";
        return "arn:aws:"
                + switch (type) {
                    case "AWS::DynamoDB::Table" -> "dynamodb:" + place + "table/" + name;
                    case "AWS::SQS::Queue" -> "sqs:" + place + name;
                    case "AWS::SNS::Topic" -> "sns:" + place + name;
                    case "AWS::Events::EventBus" -> "events:" + place + "event-bus/" + name;
                    case "AWS::Events::Rule" -> "events:" + place + "rule/" + name;
                    // Secrets Manager adds six characters of its own, which code must not rely on.
                    case "AWS::SecretsManager::Secret" -> "secretsmanager:" + place + "secret:" + name + "-000000";
                    case "AWS::Serverless::Function" -> "lambda:" + place + "function:" + name;
                    case "AWS::Logs::LogGroup" -> "logs:" + place + "log-group:" + name;
                    case "AWS::IAM::Role" -> "iam::" + ACCOUNT + ":role/" + name;
                    case "AWS::CloudWatch::Alarm" -> "cloudwatch:" + place + "alarm:" + name;
                    default -> throw new TemplateException(id + ": the ARN of a " + type + " is not known");
                };
    }
}
