// How many gave each score, 0 to 10, in the colours of the bands and with the bands named under their scores.

import { onWidth, tableOf } from "./dom.js";
import { BAND_NAMES, count, NONE } from "./words.js";

const d3 = globalThis.d3;
const HEIGHT = 220;
const MARGIN = { top: 20, bottom: 44 };
// Neighbouring scores of one band; which band a score is in, the server says.
const spansOf = (bands) =>
  d3.groups(d3.range(bands.length), (score) => bands[score]).map(([band, scores]) => ({
    band,
    from: d3.min(scores),
    to: d3.max(scores),
  }));

export function histogramView(parent) {
  const svg = d3.create("svg").attr("role", "img").attr("height", HEIGHT);
  parent.append(svg.node());
  const fill = tableOf(parent, "Answers by score", ["Score", "Answers"]);

  let bins = [];
  let bands = [];
  let width = 0;
  onWidth(parent, (now) => {
    width = now;
    draw();
  });

  function draw() {
    if (!width || !bins.length) return;
    const x = d3.scaleBand(d3.range(11), [0, width]).padding(0.15);
    const y = d3.scaleLinear([0, Math.max(1, d3.max(bins))], [HEIGHT - MARGIN.bottom, MARGIN.top]);
    const middle = (score) => x(score) + x.bandwidth() / 2;
    const spans = spansOf(bands);
    // On a small screen the names are wider than the scores above them, and line up from the right.
    const narrow = width < 340;
    const nameAt = ({ band, from, to }) =>
      !narrow ? (middle(from) + middle(to)) / 2 : { detractor: middle(5), passive: width - 62, promoter: width }[band];
    svg
      .attr("width", width)
      .attr(
        "aria-label",
        d3.sum(bins) ? "Answers by score: " + bins.map((n, score) => `${score}: ${n}`).join(", ") : NONE,
      );
    const put = (tag, name, data) => svg.selectAll(tag + "." + name).data(data).join(tag).attr("class", name);
    put("rect", "bin", bins)
      .attr("class", (_, score) => "bin " + bands[score])
      .attr("x", (_, score) => x(score))
      .attr("width", x.bandwidth())
      .attr("y", (n) => y(n))
      .attr("height", (n) => y(0) - y(n));
    put("text", "n", bins)
      .attr("x", (_, score) => middle(score))
      .attr("y", (n) => y(n) - 5)
      .attr("text-anchor", "middle")
      .text((n) => (n ? count(n) : ""));
    put("text", "tick", d3.range(11))
      .attr("x", middle)
      .attr("y", HEIGHT - 28)
      .attr("text-anchor", "middle")
      .text((score) => score);
    put("text", "name", spans)
      .attr("x", nameAt)
      .attr("y", HEIGHT - 6)
      .attr("text-anchor", narrow ? "end" : "middle")
      .text(({ band }) => BAND_NAMES[band]);
    put("line", "span", spans)
      .attr("class", ({ band }) => "span " + band)
      .attr("x1", ({ from }) => x(from))
      .attr("x2", ({ to }) => x(to) + x.bandwidth())
      .attr("y1", HEIGHT - 22)
      .attr("y2", HEIGHT - 22);
  }

  return (scores) => {
    bins = scores.score.histogram;
    bands = scores.bands;
    draw();
    fill(bins.map((n, at) => [String(at), count(n)]));
  };
}
