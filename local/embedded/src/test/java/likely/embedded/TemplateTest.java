package likely.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplateTest {

    @TempDir
    Path folder;

    @Test
    void refs_are_the_names_that_a_deployment_would_have() {
        Template template = Template.find();
        assertThat(template.tableName("Responses")).isEqualTo("likely-Responses");
        assertThat(template.ref("Bus")).isEqualTo("likely");
        assertThat(template.ref("UncountableRecords"))
                .isEqualTo("https://sqs.eu-west-1.amazonaws.com/000000000000/likely-uncountable-records");
        assertThat(template.ref("OwnerKeySecret"))
                .startsWith("arn:aws:secretsmanager:eu-west-1:000000000000:secret:likely/owner-key-");
        assertThat(template.ref("DefaultSurvey")).isEqualTo("demo");
    }

    @Test
    void another_stack_has_other_names() {
        assertThat(Template.find().asStack("other").tableName("Responses")).isEqualTo("other-Responses");
    }

    @Test
    void a_function_has_the_globals_and_its_own() {
        Properties function = Template.find().resource("RecountFunction").properties();
        assertThat(function.number("MemorySize", 0)).isEqualTo(1024);
        assertThat(function.number("Timeout", 0)).isEqualTo(900);
        Properties variables = function.object("Environment").object("Variables");
        assertThat(variables.text("RESPONSES_TABLE")).isEqualTo("likely-Responses");
        assertThat(variables.text("RECOUNT_FUNCTION")).isEqualTo("likely-recount");
        assertThat(variables.has("JAVA_TOOL_OPTIONS")).isTrue();
    }

    @Test
    void a_condition_chooses_between_values_and_no_value() {
        Properties generated = Template.find().resource("OwnerKeySecret").properties();
        assertThat(generated.has("SecretString")).isFalse();
        assertThat(generated.object("GenerateSecretString").number("PasswordLength", 0))
                .isEqualTo(43);
        Properties given = Template.find(Map.of("OwnerKey", "mine"))
                .resource("OwnerKeySecret")
                .properties();
        assertThat(given.text("SecretString")).isEqualTo("mine");
        assertThat(given.has("GenerateSecretString")).isFalse();
    }

    @Test
    void every_resource_resolves() {
        assertThat(Template.find().resources()).isNotEmpty();
    }

    @Test
    void a_resource_whose_condition_fails_is_not_there() throws IOException {
        Template template = template("""
                Parameters: { Wanted: { Type: String, Default: "no" } }
                Conditions:
                  Is: !Equals [!Ref Wanted, "yes"]
                  Both: !And [!Condition Is, !Not [!Equals [a, b]]]
                Resources:
                  Absent: { Type: AWS::SQS::Queue, Condition: Both }
                  Present: { Type: AWS::SQS::Queue }
                """);
        assertThat(template.resources()).extracting(Resource::id).containsExactly("Present");
    }

    @Test
    void sub_takes_variables_of_its_own_attributes_and_escapes() throws IOException {
        Template template = template("""
                Resources:
                  Queue: { Type: AWS::SQS::Queue }
                  Role:
                    Type: AWS::IAM::Role
                    Properties:
                      Text: !Sub ["${Own}|${Queue.Arn}|${AWS::Region}|${!Kept}", { Own: !Ref Queue }]
                      Long: { "Fn::Join": ["-", [a, !GetAtt Queue.QueueName]] }
                """);
        Properties role = template.resource("Role").properties();
        assertThat(role.text("Text"))
                .isEqualTo("https://sqs.eu-west-1.amazonaws.com/000000000000/likely-Queue"
                        + "|arn:aws:sqs:eu-west-1:000000000000:likely-Queue|eu-west-1|${Kept}");
        assertThat(role.text("Long")).isEqualTo("a-likely-Queue");
    }

    @Test
    void what_is_not_known_is_an_error_that_names_the_logical_id() throws IOException {
        Template template = template("""
                Resources:
                  Odd: { Type: AWS::Odd::Thing }
                  Reader: { Type: AWS::IAM::Role, Properties: { Name: !Ref Odd } }
                  Caller: { Type: AWS::IAM::Role, Properties: { Name: !ImportValue x } }
                  Missing: { Type: AWS::IAM::Role, Properties: { Name: !GetAtt Nobody.Arn } }
                """);
        assertThatThrownBy(() -> template.resource("Reader")).hasMessageContaining("Odd");
        assertThatThrownBy(() -> template.resource("Caller")).hasMessageContainingAll("Caller", "Fn::ImportValue");
        assertThatThrownBy(() -> template.resource("Missing")).hasMessageContainingAll("Missing", "Nobody");
    }

    @Test
    void parameters_are_checked() throws IOException {
        Path file = Files.writeString(folder.resolve("template.yaml"), """
                Parameters:
                  Survey: { Type: String, AllowedPattern: "[a-z]+" }
                  Mode: { Type: String, Default: "on", AllowedValues: ["on", "off"] }
                """);
        assertThatThrownBy(() -> Template.load(file)).hasMessageContaining("Survey");
        assertThatThrownBy(() -> Template.load(file, Map.of("Survey", "A"))).hasMessageContaining("Survey");
        assertThatThrownBy(() -> Template.load(file, Map.of("Survey", "a", "Mode", "x")))
                .hasMessageContaining("Mode");
        assertThatThrownBy(() -> Template.load(file, Map.of("Survey", "a", "Other", "x")))
                .hasMessageContaining("Other");
    }

    private Template template(String yaml) throws IOException {
        return Template.load(Files.writeString(folder.resolve("template.yaml"), yaml));
    }
}
