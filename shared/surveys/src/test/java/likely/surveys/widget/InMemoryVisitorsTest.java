package likely.surveys.widget;

import likely.surveys.people.Relation;
import likely.surveys.people.Standing;

class InMemoryVisitorsTest extends VisitorsContract {
    private final InMemoryVisitors visitors = new InMemoryVisitors();

    @Override
    protected Visitors visitors() {
        return visitors;
    }

    @Override
    protected void person(String id, String address, Relation relation) {
        visitors.person(id, address, relation);
    }

    @Override
    protected Standing standing(String address) {
        return visitors.of(address);
    }
}
