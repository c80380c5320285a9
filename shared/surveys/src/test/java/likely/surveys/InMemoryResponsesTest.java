package likely.surveys;

import java.util.Optional;
import likely.surveys.ledger.Image;

class InMemoryResponsesTest extends ResponsesContract {
    private final InMemoryResponses responses = new InMemoryResponses();

    @Override
    protected Responses responses() {
        return responses;
    }

    @Override
    protected Optional<Image> image(String id) {
        return responses.image(id);
    }
}
