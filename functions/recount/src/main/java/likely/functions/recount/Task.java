package likely.functions.recount;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import likely.surveys.json.Fields;
import likely.surveys.json.Invalid;
import likely.surveys.recount.Options;

/** What the function is called for. */
sealed interface Task {
    /** Begins a recount. */
    record Begin(Options options) implements Task {}

    /** Goes on with a recount that handed over, or was interrupted. */
    record Resume(String run) implements Task {}

    /** Counts again what once could not be counted. */
    record Redrive() implements Task {}

    enum Name {
        RECOUNT,
        RESUME,
        REDRIVE;

        Set<String> fields() {
            return switch (this) {
                case RECOUNT -> Set.of("task", "repair", "backfill", "survey");
                case RESUME -> Set.of("task", "run");
                case REDRIVE -> Set.of("task");
            };
        }
    }

    /**
     * Reads an event.
     *
     * @throws Invalid naming each field that is wrong, or not known
     */
    static Task read(Map<String, Object> event) {
        Fields fields = Fields.of(event);
        Name name = fields.one("task", Name.class);
        if (name == null) {
            if (!fields.has("task")) {
                fields.refuse("task", "is missing");
            }
            fields.check();
            throw new Invalid("task", "is not known");
        }
        for (String field : fields.names()) {
            if (!name.fields().contains(field)) {
                fields.refuse(field, "is not a field of the task " + name.name().toLowerCase(Locale.ROOT));
            }
        }
        Task task = switch (name) {
            case RECOUNT ->
                new Begin(new Options(
                        Boolean.TRUE.equals(fields.bool("repair")),
                        Boolean.TRUE.equals(fields.bool("backfill")),
                        fields.text("survey", 40)));
            case RESUME -> new Resume(run(fields));
            case REDRIVE -> new Redrive();
        };
        fields.check();
        return task;
    }

    private static String run(Fields fields) {
        String run = fields.text("run", 100);
        if (run == null && !fields.has("run")) {
            fields.refuse("run", "is missing");
        }
        return String.valueOf(run);
    }
}
