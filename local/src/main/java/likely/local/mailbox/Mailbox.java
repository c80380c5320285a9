package likely.local.mailbox;

import java.util.Optional;
import likely.embedded.EmbeddedSes;
import likely.embedded.SesMail;
import likely.embedded.Template;
import likely.local.DataFolder;
import likely.local.Json;
import likely.local.clock.MovableClock;
import likely.local.http.Page;
import likely.local.http.Reply;
import likely.local.http.Request;
import likely.local.http.StaticFiles;
import likely.local.topics.Topics;

/** SES's mails at /mailbox: kept, shown, and told of by the template's event destinations. */
public final class Mailbox implements Page {

    private static final String PATH = "/mailbox";

    private final MailStore store;
    private final Faults faults;
    private final MailEvents events;
    private final ListPage list;
    private final MailPage mail = new MailPage();
    private final StaticFiles own = new StaticFiles("likely/local/mailbox/");
    private final StaticFiles dashboards = new StaticFiles("likely/web/dashboard/");

    public Mailbox(Template template, EmbeddedSes ses, DataFolder folder, Topics topics, MovableClock clock) {
        this.store = new MailStore(folder);
        this.faults = new Faults(ses);
        this.events = new MailEvents(ses, clock);
        this.list = new ListPage(store, ses, clock);
        ses.onMail(mail -> {
            store.keep(mail);
            ses.forgetMails(); // which it would keep in memory
        });
        EventDestinations destinations = new EventDestinations(template, topics::publish);
        ses.onEvent(destinations::publish);
    }

    @Override
    public Optional<Reply> answer(Request request) {
        String path = request.path();
        if (!path.equals(PATH) && !path.equals(PATH + ".json") && !path.startsWith(PATH + "/")) {
            return Optional.empty();
        }
        return Optional.of(
                switch (request.method()) {
                    case "GET" -> get(request);
                    case "POST" -> request.fromElsewhere() ? Reply.forbidden() : post(request);
                    default -> Reply.problem(405, "Only GET and POST");
                });
    }

    private Reply get(Request request) {
        String path = request.path();
        if (path.equals(PATH)) {
            return list.page(request);
        }
        if (path.equals(PATH + ".json")) {
            return list.json(request);
        }
        String name = path.substring(PATH.length() + 1);
        return (name.equals("dashboard.css") ? dashboards : own).find(name).orElseGet(() -> one(name));
    }

    private Reply one(String name) {
        int dot = name.lastIndexOf('.');
        String id = dot < 0 ? name : name.substring(0, dot);
        Optional<SesMail> found = store.find(id);
        if (found.isEmpty()) {
            return Reply.problem(404, "There is no such mail");
        }
        return switch (dot < 0 ? "" : name.substring(dot)) {
            case "" -> mail.page(found.get());
            case ".html" -> mail.html(found.get());
            case ".eml" -> mail.raw(found.get());
            case ".json" -> Reply.json(200, Json.text(MailDocuments.whole(found.get())));
            default -> Reply.problem(404, "A mail has an .html, an .eml and a .json");
        };
    }

    private Reply post(Request request) {
        String name = request.path().equals(PATH) ? "" : request.path().substring(PATH.length() + 1);
        if (name.equals("faults")) {
            return faults.set(request);
        }
        String id = name.endsWith(MailEvents.PATH) ? name.substring(0, name.length() - MailEvents.PATH.length()) : "";
        return store.find(id)
                .map(found -> events.tell(found, request))
                .orElseGet(() -> Reply.problem(404, "There is no such mail"));
    }
}
