// Numbers and dates as people read them. Nothing is computed here but the rounding for display.

export const BANDS = ["detractor", "passive", "promoter"];
export const BAND_NAMES = { detractor: "Detractors", passive: "Passives", promoter: "Promoters" };
export const BAND_NAME = { detractor: "Detractor", passive: "Passive", promoter: "Promoter" };

const grouped = new Intl.NumberFormat("en");
const signed = (string) => string.replace("-", "−");

export const whole = (value) => signed(String(Math.floor(value + 0.5)));
export const tenth = (value) => signed(value.toFixed(1));
export const count = (n) => grouped.format(n);
export const responses = (n) => (n === 1 ? "1 response" : count(n) + " responses");

/** A score of nobody is no number. */
export const NONE = "no responses yet";
/** Of a time that is over. */
export const NOBODY = "no responses";
export const nps = (score, none = NONE) => (score?.n ? signed(String(score.rounded)) : none);
export const interval = (score) =>
  score?.n && score.low !== null ? whole(score.low) + " to " + whole(score.high) : "–";
export const percent = (share) => (share?.percent == null ? "–" : whole(share.percent) + " %");
export const signedWhole = (value) => (value > 0 ? "+" : "") + whole(value);

const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
/** A calendar day such as 2026-11-22, which has no time zone. */
export const dayName = (iso) => day.format(new Date(iso + "T00:00:00Z"));

const moments = (zone) => new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short", timeZone: zone });
export const moment = (seconds, zone) => moments(zone).format(seconds * 1e3);
/** What both ends have in common is said once. */
export const span = (from, to, zone) => moments(zone).formatRange(from * 1e3, to * 1e3);

export const clock = (date) => new Intl.DateTimeFormat("en-GB", { timeStyle: "medium" }).format(date);
