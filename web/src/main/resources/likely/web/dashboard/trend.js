// Day by day: the score as points on a line, its interval as a band behind it, and the number of answers as bars below.

import { el, onWidth, tableOf, text } from "./dom.js";
import { count, dayName, interval, NOBODY, NONE, nps, responses } from "./words.js";

const d3 = globalThis.d3;
const HEIGHT = 260;
const BARS = 46;
const MARGIN = { top: 14, right: 52, bottom: 22, left: 40 };
const date = (iso) => new Date(iso + "T00:00:00Z");
const say = ({ day, score }) =>
  dayName(day) + ": " + (score.n ? `${nps(score)}, ${responses(score.n)}, interval ${interval(score)}` : NOBODY);

export function trendView(parent) {
  const svg = d3.create("svg").attr("role", "img").attr("height", HEIGHT);
  // The place of the words is always there, so that pointing at a day moves nothing.
  const readout = el("p", { class: "readout soft" });
  parent.append(readout, svg.node());
  const fill = tableOf(parent, "Day by day", ["Day", "Score", "95 % interval", "Answers"]);

  let shown;
  let width = 0;
  let pointed;
  onWidth(parent, (now) => {
    width = now;
    draw();
  });

  const nearest = (x, at) => {
    const all = shown.days.filter(({ score }) => score.n);
    return all[d3.leastIndex(all, (a, b) => Math.abs(x(date(a.day)) - at) - Math.abs(x(date(b.day)) - at))];
  };

  function draw() {
    if (!width || !shown) return;
    const { days, first, last } = shown;
    const answered = days.filter(({ score }) => score.n);
    const bottom = HEIGHT - MARGIN.bottom - BARS;
    const x = d3.scaleUtc([date(first), date(last)], [MARGIN.left, width - MARGIN.right]);
    const y = d3.scaleLinear([-100, 100], [bottom - 8, MARGIN.top]);
    const n = d3.scaleLinear([0, Math.max(1, d3.max(days, ({ score }) => score.n) ?? 0)], [0, BARS - 14]);
    const place = ({ day }) => x(date(day));
    const newest = answered.at(-1);

    svg.attr("width", width).attr(
      "aria-label",
      newest ? `Score of each day from ${dayName(first)} to ${dayName(last)}. Newest: ${say(newest)}` : NONE,
    );
    const put = (tag, name, data) => svg.selectAll(tag + "." + name).data(data).join(tag).attr("class", name);

    put("line", "rule", [-100, -50, 0, 50, 100])
      .attr("x1", MARGIN.left)
      .attr("x2", width - MARGIN.right)
      .attr("y1", y)
      .attr("y2", y)
      .classed("zero", (value) => !value);
    put("text", "level", [-100, -50, 0, 50, 100])
      .attr("x", MARGIN.left - 6)
      .attr("y", y)
      .attr("dy", "0.32em")
      .attr("text-anchor", "end")
      .text((value) => String(value).replace("-", "−"));
    const few = x.ticks(Math.min(days.length, Math.floor(width / 80))).filter((day) => +day === +d3.utcDay(day));
    put("text", "tick", few)
      .attr("x", x)
      .attr("y", HEIGHT - 6)
      .attr("text-anchor", "middle")
      .text(d3.utcFormat(shown.length > 300 ? "%b %Y" : "%-d %b"));

    // A day on which nobody answered leaves a gap: nothing is known of it.
    const has = ({ score }) => score.n;
    const between = Math.min(3, (x.range()[1] - x.range()[0]) / Math.max(1, shown.length) / 2);
    put("path", "area", [days]).attr(
      "d",
      d3
        .area()
        .defined(has)
        .x(place)
        .y0(({ score }) => y(score.low))
        .y1(({ score }) => y(score.high)),
    );
    // An interval with no neighbour has no area; its stroke is seen all the same.
    put("line", "whisker", answered)
      .attr("x1", place)
      .attr("x2", place)
      .attr("y1", ({ score }) => y(score.low))
      .attr("y2", ({ score }) => y(score.high));
    put("path", "series", [days]).attr("d", d3.line().defined(has).x(place).y(({ score }) => y(score.nps)));
    put("circle", "point", answered)
      .attr("cx", place)
      .attr("cy", ({ score }) => y(score.nps))
      .attr("r", shown.length > 100 ? 1.5 : 3);
    put("text", "newest", newest ? [newest] : [])
      .attr("x", (it) => place(it) + 8)
      .attr("y", ({ score }) => y(score.nps))
      .attr("dy", "0.32em")
      .text(({ score }) => nps(score));
    put("rect", "count", days)
      .attr("x", (it) => place(it) - between)
      .attr("width", between * 2)
      .attr("y", ({ score }) => HEIGHT - MARGIN.bottom - n(score.n))
      .attr("height", ({ score }) => n(score.n));
    put("text", "unit", ["answers"])
      .attr("x", MARGIN.left)
      .attr("y", HEIGHT - MARGIN.bottom - BARS + 8)
      .text(String);
    const at = days.find(({ day }) => day === pointed) ?? newest;
    put("line", "cursor", at && pointed ? [at] : [])
      .attr("x1", place)
      .attr("x2", place)
      .attr("y1", MARGIN.top)
      .attr("y2", HEIGHT - MARGIN.bottom);
    text(readout, at ? say(at) : NONE);

    svg
      .on("pointermove", (event) => {
        pointed = nearest(x, d3.pointer(event)[0])?.day;
        draw();
      })
      .on("pointerleave", () => {
        pointed = undefined;
        draw();
      });
  }

  return ({ first, last, length, days }) => {
    // The server may leave out the days on which nobody answered; the line must not run across them.
    const given = new Map(days.map((it) => [it.day, it]));
    const all = d3.utcDay
      .range(date(first), d3.utcDay.offset(date(last), 1))
      .map((at) => at.toISOString().slice(0, 10))
      .map((day) => given.get(day) ?? { day, score: { n: 0 } });
    shown = { first, last, length, days: all };
    draw();
    fill(all.toReversed().map(({ day, score }) => [dayName(day), nps(score, NOBODY), interval(score), count(score.n)]));
  };
}
