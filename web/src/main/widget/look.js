// How the card looks, from settings that are looked at before they become style.
import { css } from "./card.css.js";

/** A constructed sheet, which a strict content security policy allows. */
export const sheet = ({ position }) => {
  const made = new CSSStyleSheet();
  const [, block, inline] = /^(top|bottom)-(start|end)$/.exec(position) ?? [];
  const place = block
    ? `${block}:0!important;inset-inline-${inline}:0!important`
    : "inset:50% auto auto 50%!important;translate:-50% -50%!important";
  made.replaceSync(css + `:host{${place}}`);
  return made;
};

export const paint = (card, { theme, colors }) => {
  const dark = theme == "dark" || (theme != "light" && matchMedia("(prefers-color-scheme:dark)").matches);
  const tone = dark ? "dark" : "light";
  card.className = tone;
  for (const name of ["mark", "on"]) {
    const color = colors[tone]?.[name];
    if (/^#[\da-f]{6}$/i.test(color)) card.style.setProperty("--" + name, color);
  }
};
