package likely.surveys.planning;

class InMemoryPlacesTest extends PlacesContract {
    private final Places places = new InMemoryPlaces();

    @Override
    protected Places places() {
        return places;
    }
}
