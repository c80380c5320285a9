package likely.local.handlers;

import java.net.URI;
import java.util.Map;
import likely.embedded.EmbeddedDynamoDb;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** SDK clients made from a function's environment. */
final class Clients {

    private Clients() {}

    static DynamoDbClient dynamo(Map<String, String> environment) {
        return DynamoDbClient.builder()
                .endpointOverride(URI.create(environment.get("AWS_ENDPOINT_URL_DYNAMODB")))
                .region(Region.of(environment.get("AWS_REGION")))
                .credentialsProvider(EmbeddedDynamoDb.CREDENTIALS)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }
}
