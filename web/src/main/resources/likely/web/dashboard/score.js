// The score itself: number, interval, target, the period before, and the shares of the bands.

import { el, onWidth, text } from "./dom.js";
import { BAND_NAMES, BANDS, count, interval, NOBODY, NONE, nps, percent, responses, whole } from "./words.js";

const d3 = globalThis.d3;
const HEIGHT = 64;
const LINE = 30;

export function scoreView(parent) {
  const number = el("p", { class: "nps" });
  const basis = el("p", { class: "basis" });
  const past = el("p", { class: "past" });
  const svg = d3.create("svg").attr("role", "img").attr("class", "scaleline").attr("height", HEIGHT);
  const bar = el("div", { class: "stack", "aria-hidden": "true" });
  const list = el("ul", { class: "bands" });
  const parts = BANDS.map((band) => {
    const part = bar.appendChild(el("span", { class: band }));
    const share = el("strong");
    const name = el("span");
    list.append(el("li", {}, el("span", { class: "swatch " + band, "aria-hidden": "true" }), share, " ", name));
    return { band, part, share, name };
  });
  parent.append(past, number, basis, svg.node(), bar, list);

  let shown;
  onWidth(parent, (width) => {
    svg.attr("width", width);
    if (shown) line(svg, width, shown);
  });

  return (data) => {
    shown = data;
    const { score, before, length } = data;
    text(number, nps(score));
    number.classList.toggle("none", !score.n);
    text(basis, score.n ? `from ${responses(score.n)}, 95 % interval ${interval(score)}` : "");
    text(
      past,
      `The ${length === 1 ? "day" : length + " days"} before: ` +
        (before?.n ? `${nps(before)} (${responses(before.n)}, ${interval(before)})` : NOBODY),
    );
    for (const { band, part, share, name } of parts) {
      const group = score[band + "s"];
      part.style.flexGrow = group.count;
      part.hidden = !group.count;
      text(share, percent(score.n ? group : null));
      text(name, `${BAND_NAMES[band]} (${count(group.count)})`);
    }
    const width = Number(svg.attr("width"));
    if (width) line(svg, width, data);
  };
}

/** From −100 to 100: the interval as a bar, the score as a point, the target as a labelled tick. */
function line(svg, width, { score, target }) {
  const x = d3.scaleLinear([-100, 100], [10, width - 10]);
  const hasTarget = typeof target === "number";
  svg.attr(
    "aria-label",
    score.n
      ? `Score ${nps(score)} on a line from −100 to 100, interval ${interval(score)}` +
          (hasTarget ? `, target ${whole(target)}` : "")
      : NONE,
  );
  const put = (tag, name, data, place) => place(svg.selectAll(tag + "." + name).data(data).join(tag).attr("class", name));
  put("line", "axis", [0], (it) => it.attr("x1", x(-100)).attr("x2", x(100)).attr("y1", LINE).attr("y2", LINE));
  put("text", "tick", [-100, 0, 100], (it) =>
    it
      .attr("x", (value) => x(value))
      .attr("y", HEIGHT - 8)
      .attr("text-anchor", (value) => (value < 0 ? "start" : value > 0 ? "end" : "middle"))
      .text(whole),
  );
  put("rect", "interval", score.n ? [score] : [], (it) =>
    it
      .attr("x", ({ low }) => x(low))
      .attr("width", ({ low, high }) => x(high) - x(low))
      .attr("y", LINE - 7)
      .attr("height", 14)
      .attr("rx", 7),
  );
  put("circle", "point", score.n ? [score] : [], (it) => it.attr("cx", (now) => x(now.nps)).attr("cy", LINE).attr("r", 6));
  put("line", "target", hasTarget ? [target] : [], (it) =>
    it.attr("x1", x).attr("x2", x).attr("y1", LINE - 14).attr("y2", LINE + 12),
  );
  put("text", "target", hasTarget ? [target] : [], (it) =>
    it
      .attr("x", x)
      .attr("y", 11)
      .attr("text-anchor", (value) => (value < -80 ? "start" : value > 80 ? "end" : "middle"))
      .text((value) => "target " + whole(value)),
  );
}
