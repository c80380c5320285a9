// Calendar days of a time zone, and the moments (Unix seconds) at which they begin.

const parts = (milliseconds, zone) =>
  Object.fromEntries(
    new Intl.DateTimeFormat("en-US", {
      timeZone: zone,
      hourCycle: "h23",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
    })
      .formatToParts(milliseconds)
      .map(({ type, value }) => [type, value]),
  );

/** The day, such as 2026-11-22, that it is in the zone. */
export function today(zone, now = Date.now()) {
  const { year, month, day } = parts(now, zone);
  return `${year}-${month}-${day}`;
}

export function plus(day, days) {
  const date = new Date(day + "T00:00:00Z");
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

export const daysBetween = (from, to) => Math.round((Date.parse(to) - Date.parse(from)) / 864e5);

const offset = (milliseconds, zone) => {
  const { year, month, day, hour, minute, second } = parts(milliseconds, zone);
  return Date.UTC(year, month - 1, day, hour, minute, second) - milliseconds;
};

/** When the day begins in the zone. The second step is for the days on which clocks change. */
export function startOf(day, zone) {
  const wall = Date.parse(day + "T00:00:00Z");
  const guess = wall - offset(wall, zone);
  return (wall - offset(guess, zone)) / 1e3;
}

/**
 * The chosen period and the equally long one before it, inclusive at both ends. One that lasts until now has no
 * `until`, so that an answer of this second is in it.
 */
export function period({ range, from, to }, zone) {
  const custom = range === "custom" && from && to && from <= to;
  const last = custom ? to : today(zone);
  const length = custom ? daysBetween(from, to) + 1 : Number(range) || 30;
  const first = plus(last, 1 - length);
  const since = startOf(first, zone);
  return {
    first,
    last,
    length,
    since,
    until: custom ? startOf(plus(last, 1), zone) - 1 : undefined,
    before: { since: startOf(plus(first, -length), zone), until: since - 1 },
  };
}
