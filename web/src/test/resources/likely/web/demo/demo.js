// What a shop's own script does with the widget: say what is known about the visit, and offer a way to answer.
const form = document.querySelector("form");
const widget = document.querySelector("script[data-survey]");

/** The widget loads by itself, before or after this script. */
const withWidget = (act) =>
  window.likely ? act(window.likely) : widget.addEventListener("load", () => act(window.likely), { once: true });

const tell = () => {
  const { colour, region } = Object.fromEntries(new FormData(form));
  document.querySelector("figure").className = colour;
  withWidget((likely) => likely.setProperties({ product: "gooseneck-kettle", colour, region }));
};

form.addEventListener("change", tell);
document.querySelector("#feedback").addEventListener("click", () => withWidget((likely) => likely.open()));
tell();
