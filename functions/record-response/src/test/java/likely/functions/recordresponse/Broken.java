package likely.functions.recordresponse;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import likely.surveys.Identities;
import likely.surveys.Response;
import likely.surveys.ResponseRecorder;
import likely.surveys.Responses;
import likely.surveys.Survey;
import likely.surveys.Surveys;
import likely.surveys.sources.Source;
import likely.surveys.sources.SourceCounts;
import likely.surveys.sources.Turnout;

/** A store with a bug, whose exception quotes what it was given. */
record Broken(String quoted) implements Surveys {

    static ResponseRecorder recorder() {
        Responses responses = new Responses() {
            @Override
            public Recorded record(Response edition) {
                throw new IllegalStateException(String.valueOf(edition));
            }

            @Override
            public Optional<Recorded> complete(Response edition) {
                throw new IllegalStateException(String.valueOf(edition));
            }

            @Override
            public boolean erase(String id) {
                throw new IllegalStateException(id);
            }
        };
        Turnout turnout = new Turnout(
                new SourceCounts() {
                    @Override
                    public String salt(LocalDate day) {
                        throw new IllegalStateException();
                    }

                    @Override
                    public long add(Source source, long hour, long answers) {
                        throw new IllegalStateException();
                    }

                    @Override
                    public void list(Source source, long at) {
                        throw new IllegalStateException();
                    }
                },
                Clock.systemUTC(),
                uncounted -> {});
        return new ResponseRecorder(
                responses, new Identities(List::of), survey -> 0, BrokenVisitors.signed(), turnout, Clock.systemUTC());
    }

    @Override
    public Optional<Survey> find(String id) {
        throw new IllegalStateException(quoted);
    }

    @Override
    public List<Survey> all() {
        throw new IllegalStateException(quoted);
    }

    @Override
    public void add(Survey survey) {
        throw new IllegalStateException(quoted);
    }

    @Override
    public void replace(Survey survey) {
        throw new IllegalStateException(quoted);
    }
}
