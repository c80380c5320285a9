// The control of a further question, and a function that gives what it holds: undefined for nothing.
import { make } from "./elements.js";
import { scale } from "./scale.js";

const input = (type, name, value) => make("input", { type, name, value });

const pick = (text, node) => make("label", { className: "pick" }, node, text);

export const area = ({ text }) => {
  const field = make("textarea", { maxLength: 5000 });
  return [make("label", {}, make("span", { className: "text" }, text), field), () => field.value.trim() || undefined];
};

const values = (set) => {
  const all = [];
  for (const it of set.querySelectorAll("input:checked")) all.push(it.value);
  return all;
};

const choice = ({ text, choices, multiple, id }) => {
  const set = make("fieldset", {}, make("legend", {}, text));
  for (const it of choices) set.append(pick(it.text, input(multiple ? "checkbox" : "radio", id, it.id)));
  return [set, () => (multiple && values(set)[0] ? values(set) : values(set)[0])];
};

const consent = ({ text }) => {
  const box = input("checkbox");
  return [pick(text, box), () => box.checked || undefined];
};

const number = ({ text, min, max }) => {
  const nothing = () => {};
  const set = scale(text, min, max, [], nothing, nothing);
  return [set, () => (values(set)[0] ? +values(set)[0] : undefined)];
};

/** Nothing for a kind that a newer server knows and this script does not. */
export const control = (question) => ({ choice, scale: number, text: area, consent })[question.type]?.(question);
