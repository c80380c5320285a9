// Building and updating nodes. Strings become text, never HTML.

const d3 = globalThis.d3;

/** el("a", {href: "?"}, "text", child): properties where the node has them, attributes otherwise. */
export function el(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (name in node) node[name] = value;
    else node.setAttribute(name, value);
  }
  node.append(...children);
  return node;
}

/** Sets text only when it is another, so that a live region and a selection are left alone. */
export function text(node, value) {
  if (node.textContent !== value) node.textContent = value;
}

/** Makes the rows of a table's body those of the data, each an array of cells; the first cell heads its row. */
export function rows(body, data) {
  const row = d3.select(body).selectAll("tr").data(data).join("tr");
  row
    .selectAll("th,td")
    .data((cells) => cells)
    .join((enter) => enter.append((_, i) => (i ? el("td") : el("th", { scope: "row" }))))
    .text((cell) => cell);
}

/** A closed table with the numbers behind a chart. Returns the function that fills it. */
export function tableOf(parent, caption, heads) {
  const body = el("tbody");
  const head = el("tr", {}, ...heads.map((name) => el("th", { scope: "col" }, name)));
  // Named and focusable, since it scrolls.
  const scroller = el("div", { class: "scroll", role: "region", "aria-label": caption + ", table", tabIndex: 0 });
  scroller.append(el("table", {}, el("thead", {}, head), body));
  parent.append(el("details", {}, el("summary", {}, "The numbers as a table"), scroller));
  return (data) => rows(body, data);
}

/** Calls back with the node's width now and whenever it changes. */
export function onWidth(node, draw) {
  let width = 0;
  new ResizeObserver(([entry]) => {
    const now = Math.floor(entry.contentRect.width);
    if (now && now !== width) draw((width = now));
  }).observe(node);
}
