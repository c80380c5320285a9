package likely.surveys.people;

class InMemoryPeopleTest extends PeopleContract {
    private final InMemoryPeople people = new InMemoryPeople();

    @Override
    protected People people() {
        return people;
    }

    @Override
    protected PeopleWrites writes() {
        return people;
    }

    @Override
    protected Roster roster() {
        return people;
    }

    @Override
    protected Standings standings() {
        return people.standings();
    }

    @Override
    protected void noteInPage(String address, String survey, long at) {
        people.standings().noteInPage(address, survey, at);
    }

    @Override
    protected Erasures erasures() {
        return people;
    }
}
