package likely.bench.sending;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import likely.surveys.Survey;
import likely.surveys.SurveyTemplate;
import likely.surveys.campaigns.SampleCampaign;
import likely.surveys.campaigns.Timetable;
import likely.surveys.invitations.Invitation;
import likely.surveys.invitations.Invitation.Kind;
import likely.surveys.invitations.Occasion;
import likely.surveys.invitations.State;
import likely.surveys.outreach.Finding;
import likely.surveys.outreach.Rules;
import likely.surveys.people.Person;
import likely.surveys.people.Relation;
import likely.surveys.people.Standing;
import likely.surveys.sending.Terms;

/**
 * A year of a million people on a virtual clock, by the rules, the terms of claims and the timetables that the functions
 * use: two surveys with rolling panels (90 and 180 days) and one after orders, of which each person has one every hundred
 * days. Counts askings that came within a quarantine or the floor, by the books of this class alone.
 */
public final class Year {
    private static final LocalDate FIRST = LocalDate.parse("2027-01-01");
    private static final int DAYS = 365;
    private static final int ORDERS_EVERY_DAYS = 100;
    private static final long DAY = 86_400;
    private static final long QUARANTINE_RELATIONAL = 90 * DAY;
    private static final long QUARANTINE_TRANSACTIONAL = 30 * DAY;
    private static final long FLOOR = 7 * DAY;

    private final int people;
    private final long[] relational;
    private final long[] transactional;
    private final int[][] mails = new int[3][DAYS];
    private long held;
    private long within;

    private Year(int people) {
        this.people = people;
        this.relational = new long[people];
        this.transactional = new long[people];
    }

    public static void main(String[] arguments) {
        int people = arguments.length == 0 ? 1_000_000 : Integer.parseInt(arguments[0]);
        long start = System.nanoTime();
        Year year = new Year(people);
        year.pass();
        year.print((System.nanoTime() - start) / 1e9);
    }

    /** A survey with the days that its panel gives to people. */
    private static final class Panel {
        private final Survey survey;
        private final Timetable timetable;
        private String wave = "";
        private List<int[]> byDay = List.of();
        private LocalDate first = FIRST;

        Panel(String id, int days) {
            survey = SurveyTemplate.RELATIONAL.survey(id, "Acme", 0);
            timetable = Timetable.of(
                            survey, SampleCampaign.of(id, survey, SampleCampaign.panel(FIRST.toString(), days), 0))
                    .orElseThrow();
        }

        int[] on(LocalDate day, int people) {
            String now = timetable.wave(day);
            if (!now.equals(wave)) {
                wave = now;
                first = day;
                byDay = spread(people);
            }
            int place = (int) (day.toEpochDay() - first.toEpochDay());
            return place < byDay.size() ? byDay.get(place) : new int[0];
        }

        private List<int[]> spread(int people) {
            int[] places = new int[people];
            int most = 0;
            for (int i = 0; i < people; i++) {
                LocalDate own = timetable.day(wave, person(Integer.toString(i))).orElseThrow();
                places[i] = (int) (own.toEpochDay() - first.toEpochDay());
                most = Math.max(most, places[i]);
            }
            int[] counts = new int[most + 1];
            Arrays.stream(places).forEach(place -> counts[place]++);
            List<int[]> days = new ArrayList<>();
            Arrays.stream(counts).forEach(count -> days.add(new int[count]));
            for (int i = 0; i < people; i++) {
                days.get(places[i])[--counts[places[i]]] = i;
            }
            return days;
        }
    }

    private void pass() {
        Panel quarterly = new Panel("relation", 90);
        Panel halfYearly = new Panel("product", 180);
        Survey orders = SurveyTemplate.RELATIONAL.survey("orders", "Acme", 0);
        SplittableRandom random = new SplittableRandom(20_270_101);
        for (int day = 0; day < DAYS; day++) {
            LocalDate date = FIRST.plusDays(day);
            long at = date.atTime(9, 0).toEpochSecond(ZoneOffset.UTC);
            for (int person : quarterly.on(date, people)) {
                ask(0, quarterly.survey, Occasion.RELATIONAL, person, day, at);
            }
            for (int person : halfYearly.on(date, people)) {
                ask(1, halfYearly.survey, Occasion.RELATIONAL, person, day, at);
            }
            for (int order = 0; order < people / ORDERS_EVERY_DAYS; order++) {
                ask(2, orders, Occasion.TRANSACTIONAL, random.nextInt(people), day, at + 3_600);
            }
        }
    }

    private void ask(int survey, Survey settings, Occasion occasion, int person, int day, long at) {
        String id = Integer.toString(person);
        Map<Occasion, Long> before = new EnumMap<>(Occasion.class);
        for (Occasion one : Occasion.values()) {
            if (asked(one)[person] > 0) {
                before.put(one, asked(one)[person]);
            }
        }
        Standing standing =
                new Standing(id, id, null, Set.of(), null, null, 0, before, "another", null, null, Map.of(), Map.of());
        Invitation invitation = invitation(settings, occasion, id, at);
        Person who = person(id);
        Instant now = Instant.ofEpochSecond(at);
        boolean passes =
                Rules.check(settings, invitation, who, standing, now).stream().allMatch(Finding::passes);
        if (passes != Terms.of(settings, invitation, standing, now).allow(invitation, standing)) {
            throw new IllegalStateException("The rules and the claim do not agree on " + standing);
        }
        if (!passes) {
            held++;
            return;
        }
        check(occasion, person, at);
        asked(occasion)[person] = at;
        mails[survey][day]++;
    }

    /** Somebody who was added for all three surveys. */
    private static Person person(String id) {
        return new Person(
                id,
                id + "@shop.example",
                null,
                null,
                Relation.CUSTOMER,
                null,
                null,
                Map.of(),
                Set.of("relation", "product", "orders"),
                null,
                1,
                1,
                1);
    }

    private long[] asked(Occasion occasion) {
        return switch (occasion) {
            case RELATIONAL -> relational;
            case TRANSACTIONAL -> transactional;
        };
    }

    private static Invitation invitation(Survey survey, Occasion occasion, String person, long at) {
        return new Invitation(
                "1",
                survey.id(),
                null,
                "wave",
                Kind.SURVEY,
                occasion,
                person,
                person,
                "1",
                null,
                null,
                0,
                Map.of(),
                at,
                at,
                State.SCHEDULED,
                null,
                null);
    }

    /** By other means than the rules. */
    private void check(Occasion occasion, int person, long at) {
        long forRelation = relational[person];
        long forOrder = transactional[person];
        long last = Math.max(forRelation, forOrder);
        boolean tooSoon = last > 0 && at - last < FLOOR;
        if (occasion == Occasion.RELATIONAL) {
            tooSoon |= forRelation > 0 && at - forRelation < QUARANTINE_RELATIONAL;
        } else {
            tooSoon |= forOrder > 0 && at - forOrder < QUARANTINE_TRANSACTIONAL;
        }
        if (tooSoon) {
            within++;
        }
    }

    private void print(double seconds) {
        System.out.printf(
                Locale.ROOT,
                "%d people, %d days, %.0f s: asked within a quarantine %d, held back %d%n",
                people,
                DAYS,
                seconds,
                within,
                held);
        System.out.println("survey      mails a year  a day  least  most  furthest from even, after the first 90 days");
        String[] names = {"relation", "product", "orders"};
        for (int survey = 0; survey < names.length; survey++) {
            print(names[survey], mails[survey]);
        }
        int[] all = new int[DAYS];
        for (int day = 0; day < DAYS; day++) {
            all[day] = mails[0][day] + mails[1][day] + mails[2][day];
        }
        print("all", all);
    }

    private static void print(String name, int[] days) {
        int[] settled = Arrays.copyOfRange(days, 90, 360);
        double mean = Arrays.stream(settled).average().orElse(0);
        int least = Arrays.stream(settled).min().orElse(0);
        int most = Arrays.stream(settled).max().orElse(0);
        System.out.printf(
                Locale.ROOT,
                "%-10s  %12d  %5.0f  %5d  %4d  %5.1f%%%n",
                name,
                Arrays.stream(days).sum(),
                mean,
                least,
                most,
                mean == 0 ? 0 : 100 * Math.max(most - mean, mean - least) / mean);
    }
}
