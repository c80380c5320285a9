package likely.embedded;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import likely.embedded.SesFaults.Fate;

/**
 * SES inside this JVM, behind HTTP on the loopback address: the calls of its version 1 that send, with quota, rate and
 * faults. It keeps the newest mails, and tells who listens of each one and of the events that SES would publish.
 */
public final class EmbeddedSes implements AutoCloseable {
    private static final int MOST_MAILS = 10_000;

    private final Clock clock;
    private final HttpServer server;
    private final ExecutorService workers = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "ses");
        thread.setDaemon(true);
        return thread;
    });
    private final SesQuota quota;
    private final SesFaults faults = new SesFaults();
    private final Deque<SesMail> mails = new ArrayDeque<>();
    private final AtomicLong sendCalls = new AtomicLong();
    private final Set<String> identities = new ConcurrentSkipListSet<>();
    private final List<Consumer<SesMail>> mailListeners = new CopyOnWriteArrayList<>();
    private final List<Consumer<Map<String, Object>>> eventListeners = new CopyOnWriteArrayList<>();

    private EmbeddedSes(Clock clock, int port) {
        this.clock = clock;
        this.quota = new SesQuota(clock);
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("SES did not start on port " + port, e);
        }
        server.setExecutor(workers);
        server.createContext("/", this::handle);
        server.start();
    }

    /** On any free port. */
    public static EmbeddedSes start(Clock clock) {
        return new EmbeddedSes(clock, 0);
    }

    public URI endpoint() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    public SesQuota quota() {
        return quota;
    }

    public SesFaults faults() {
        return faults;
    }

    /** The newest ones that were taken, oldest first; 10,000 at most. */
    public List<SesMail> mails() {
        synchronized (mails) {
            return List.copyOf(mails);
        }
    }

    /** How many calls tried to send, whatever came of them. */
    public long sendCalls() {
        return sendCalls.get();
    }

    public void forgetMails() {
        synchronized (mails) {
            mails.clear();
        }
    }

    /** Called for each mail that is taken, before the caller is answered. */
    public void onMail(Consumer<SesMail> listener) {
        mailListeners.add(listener);
    }

    /** Called with each event of a mail, soon after the mail was taken; see {@link SesEvents} for its shape. */
    public void onEvent(Consumer<Map<String, Object>> listener) {
        eventListeners.add(listener);
    }

    /** Tells the listeners of an event. */
    public void publish(Map<String, Object> event) {
        eventListeners.forEach(listener -> listener.accept(event));
    }

    private void handle(HttpExchange exchange) throws IOException {
        Map<String, String> form = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Optional<SesReply> reply = answer(form);
        if (reply.isEmpty()) {
            exchange.close(); // no reply: the caller sees its connection end
            return;
        }
        byte[] body = reply.get().body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/xml");
        exchange.sendResponseHeaders(reply.get().status(), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private Optional<SesReply> answer(Map<String, String> form) {
        String action = form.getOrDefault("Action", "");
        return switch (action) {
            case "SendRawEmail" -> send(form);
            case "GetSendQuota" ->
                Optional.of(SesReply.of(
                        action,
                        SesReply.element("Max24HourSend", Double.toString(quota.max24Hours()))
                                + SesReply.element("MaxSendRate", Double.toString(quota.maxPerSecond()))
                                + SesReply.element("SentLast24Hours", quota.sentLast24Hours() + ".0")));
            case "GetAccountSendingEnabled" -> Optional.of(SesReply.of(action, SesReply.element("Enabled", "true")));
            case "VerifyEmailIdentity" -> {
                identities.add(form.getOrDefault("EmailAddress", ""));
                yield Optional.of(SesReply.of(action, ""));
            }
            case "ListIdentities" -> {
                String members = String.join(
                        "",
                        identities.stream()
                                .map(identity -> SesReply.element("member", identity))
                                .toList());
                yield Optional.of(SesReply.of(action, "<Identities>" + members + "</Identities>"));
            }
            default -> Optional.of(SesReply.error(400, "InvalidAction", "Could not find operation " + action));
        };
    }

    private Optional<SesReply> send(Map<String, String> form) {
        sendCalls.incrementAndGet();
        SesFaults.Call fault = faults.take();
        if (fault == SesFaults.Call.DROP_BEFORE) {
            return Optional.empty();
        } else if (fault == SesFaults.Call.UNAVAILABLE) {
            return Optional.of(SesReply.error(503, "ServiceUnavailable", "Service unavailable"));
        } else if (fault == SesFaults.Call.THROTTLE || !quota.withinRate()) {
            return Optional.of(SesReply.error(400, "Throttling", "Maximum sending rate exceeded."));
        }
        SesMail mail = mail(form);
        if (mail.destinations().stream().anyMatch(address -> faults.of(address) == Fate.REJECTED)) {
            return Optional.of(SesReply.error(400, "MessageRejected", "Email address is not verified."));
        }
        if (!quota.take()) {
            return Optional.of(SesReply.error(400, "Throttling", "Daily message quota exceeded."));
        }
        keep(mail);
        tell(mail);
        if (fault == SesFaults.Call.DROP_AFTER) {
            return Optional.empty();
        } else if (fault == SesFaults.Call.LATE_REPLY) {
            sleep(faults.late());
        }
        return Optional.of(SesReply.of("SendRawEmail", SesReply.element("MessageId", mail.messageId())));
    }

    private SesMail mail(Map<String, String> form) {
        byte[] raw = Base64.getMimeDecoder().decode(form.getOrDefault("RawMessage.Data", ""));
        Map<String, String> tags = new LinkedHashMap<>();
        for (int i = 1; form.containsKey("Tags.member." + i + ".Name"); i++) {
            tags.put(form.get("Tags.member." + i + ".Name"), form.getOrDefault("Tags.member." + i + ".Value", ""));
        }
        List<String> destinations = form.keySet().stream()
                .filter(name -> name.startsWith("Destinations.member."))
                .sorted()
                .map(name -> form.getOrDefault(name, ""))
                .toList();
        return new SesMail(
                "0100" + UUID.randomUUID() + "-000000",
                clock.instant(),
                form.getOrDefault("Source", ""),
                destinations,
                SesMail.text(raw),
                form.get("ConfigurationSetName"),
                tags);
    }

    private void keep(SesMail mail) {
        synchronized (mails) {
            mails.addLast(mail);
            if (mails.size() > MOST_MAILS) {
                mails.removeFirst();
            }
        }
        mailListeners.forEach(listener -> listener.accept(mail));
    }

    private void tell(SesMail mail) {
        if (eventListeners.isEmpty()) {
            return;
        }
        try {
            workers.execute(() -> {
                publish(SesEvents.send(mail));
                Fate fate = mail.destinations().isEmpty()
                        ? null
                        : faults.of(mail.destinations().get(0));
                if (fate == Fate.BOUNCES) {
                    publish(SesEvents.bounce(mail, clock.instant(), "Permanent", "General"));
                } else if (fate == Fate.BOUNCES_FOR_NOW) {
                    publish(SesEvents.bounce(mail, clock.instant(), "Transient", "MailboxFull"));
                } else {
                    publish(SesEvents.delivery(mail, clock.instant()));
                }
                if (fate == Fate.COMPLAINS) {
                    publish(SesEvents.complaint(mail, clock.instant()));
                }
            });
        } catch (RejectedExecutionException e) {
            // closed meanwhile: nobody listens any more
        }
    }

    private static Map<String, String> form(String body) {
        Map<String, String> form = new LinkedHashMap<>();
        for (String pair : body.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                form.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
            }
        }
        return form;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static void sleep(Duration duration) {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }
}
