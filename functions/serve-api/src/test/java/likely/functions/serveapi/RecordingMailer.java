package likely.functions.serveapi;

import java.util.ArrayList;
import java.util.List;
import likely.surveys.sending.Letter;
import likely.surveys.sending.Mailer;
import likely.surveys.sending.Outcome;

/** Keeps what it is given to send, and answers what a test wants. */
final class RecordingMailer implements Mailer {
    final List<Letter> sent = new ArrayList<>();
    Outcome answer = new Outcome.Accepted("message-1");

    @Override
    public Outcome send(Letter letter) {
        sent.add(letter);
        return answer;
    }

    @Override
    public Quota quota() {
        return new Quota(-1, 1, 0);
    }
}
