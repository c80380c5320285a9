package likely.surveys.sources;

class InMemorySourcesTest extends SourceCountsContract {
    private final InMemorySources sources = new InMemorySources();

    @Override
    protected SourceCounts counts() {
        return sources;
    }

    @Override
    protected MarkedSources marked() {
        return sources;
    }
}
