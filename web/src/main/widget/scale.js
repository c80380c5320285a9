// A row of numbers as native radios in a labelled group.
import { make } from "./elements.js";

let groups = 0;

/**
 * @param ends texts of the lowest and the highest number
 * @param pick is called for a decision: click, tap, Enter, space
 * @param moved is called for a step with the arrow keys on the way to one
 */
export const scale = (text, min, max, [low, high], pick, moved) => {
  const name = "s" + ++groups;
  let arrow;
  const row = make("div", { className: max - min > 6 ? "scale long" : "scale" });
  for (let value = min; value <= max; value++) {
    const end = value == min ? low : value == max && high;
    const radio = make("input", { type: "radio", name, value });
    if (end) radio.ariaLabel = value + " – " + end;
    row.append(make("label", {}, radio, make("span", {}, value)));
  }
  row.onkeydown = ({ key, target }) => {
    arrow = key.startsWith("Arrow");
    if (key == "Enter" && target.checked) pick(+target.value);
  };
  row.onkeyup = () => (arrow = 0);
  row.onclick = ({ target }) => {
    if (target.checked) (arrow ? moved : pick)(+target.value);
  };
  const set = make("fieldset", {}, make("legend", {}, text), row);
  if (low || high)
    set.append(make("div", { className: "ends", ariaHidden: true }, make("span", {}, low), make("span", {}, high)));
  return set;
};
