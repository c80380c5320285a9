package likely.local.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.Update;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequest;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueRequest;
import software.amazon.awssdk.services.ses.model.SendRawEmailRequest;

class CallsTest {

    private static final Map<String, AttributeValue> KEY = Map.of("pk", AttributeValue.fromS("ledger#1"));

    @Test
    void a_transaction_is_the_actions_that_it_is_granted_by() {
        Put put = Put.builder().tableName("Scores").item(KEY).build();
        Update update = Update.builder()
                .tableName("Scores")
                .key(KEY)
                .updateExpression("ADD b9 :one, #n :one")
                .expressionAttributeNames(Map.of("#n", "n"))
                .build();
        TransactWriteItemsRequest request = TransactWriteItemsRequest.builder()
                .transactItems(
                        TransactWriteItem.builder().put(put).build(),
                        TransactWriteItem.builder().update(update).build())
                .build();
        List<Map<String, Object>> calls = Calls.of("f", "DynamoDb", "TransactWriteItems", request);
        assertThat(calls).extracting("operation").containsExactly("PutItem", "UpdateItem");
        assertThat(calls.get(1))
                .containsEntry("resource", "Scores")
                .containsEntry("leadingKeys", Set.of("ledger#1"))
                .containsEntry("attributes", Set.of("pk", "b9", "n"));
    }

    @Test
    void an_item_has_one_partition_key_whatever_else_it_has() {
        PutItemRequest request = PutItemRequest.builder()
                .tableName("People")
                .item(Map.of("pk", AttributeValue.fromS("person#7"), "id", AttributeValue.fromS("7")))
                .build();

        assertThat(Calls.of("f", "DynamoDb", "PutItem", request))
                .singleElement()
                .satisfies(call -> assertThat(call).containsEntry("leadingKeys", Set.of("person#7")));
    }

    @Test
    void a_query_names_its_index_and_partition_key() {
        QueryRequest request = QueryRequest.builder()
                .tableName("Responses")
                .indexName("byTime")
                .keyConditionExpression("timeShard = :shard AND timeKey BETWEEN :from AND :to")
                .expressionAttributeValues(Map.of(":shard", AttributeValue.fromS("demo#1")))
                .build();
        assertThat(Calls.of("f", "DynamoDb", "Query", request))
                .singleElement()
                .satisfies(call -> assertThat(call)
                        .containsEntry("index", "byTime")
                        .containsEntry("leadingKeys", Set.of("demo#1"))
                        .containsEntry("attributes", Set.of("timeShard", "timeKey")));
    }

    @Test
    void other_services_name_their_resource() {
        GetSecretValueRequest secret =
                GetSecretValueRequest.builder().secretId("likely/session").build();
        PutEventsRequest events = PutEventsRequest.builder()
                .entries(PutEventsRequestEntry.builder().eventBusName("likely").build())
                .build();
        assertThat(Calls.of("f", "Secrets Manager", "GetSecretValue", secret).get(0))
                .containsEntry("resource", "likely/session");
        assertThat(Calls.of("f", "EventBridge", "PutEvents", events).get(0)).containsEntry("resource", "likely");
    }

    @Test
    void a_mail_needs_its_senders_identity_and_its_configuration_set() {
        SendRawEmailRequest request = SendRawEmailRequest.builder()
                .source("survey@likely.example")
                .configurationSetName("likely")
                .build();

        assertThat(Calls.of("f", "Ses", "SendRawEmail", request))
                .extracting("resource")
                .containsExactly("identity/survey@likely.example", "configuration-set/likely");
    }
}
