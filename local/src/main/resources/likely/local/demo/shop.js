// What a shop's own script does with the widget: say who it is and what is known about the visit, tell it what happened,
// and offer a way to answer.
const main = document.querySelector("main");
const choice = document.querySelector("#choice");
const { payload, signature } = document.body.dataset;

/** The widget loads by itself, before or after this script: until then, calls wait in an array. */
window.likely ??= [];
const likely = (...call) => window.likely.push(call);

/** What was chosen goes with the answer, so that the dashboard can compare. */
const tell = () => {
  const { product, colour, region } = Object.fromEntries(new FormData(choice));
  document.querySelector("#picture").src = `/demo/${product}-${colour}.svg`;
  likely("setProperties", { product: choice.elements.product.dataset.sku, colour, region });
};

if (payload) likely("identify", { payload, signature });
if (choice) {
  choice.addEventListener("change", tell);
  tell();
}
const line = main.dataset.event && document.querySelector(".line");
if (line) {
  const { sku, colour, region } = line.dataset;
  likely("setProperties", { product: sku, colour, region });
}
if (main.dataset.event) likely("track", main.dataset.event);
document.querySelector("#feedback")?.addEventListener("click", () => likely("open"));

// For trying it out: the widget keeps in this origin's storage when it asked, and what it could not send yet.
document.querySelector("#forget").addEventListener("click", () => {
  for (const key of Object.keys(localStorage)) if (key.startsWith("likely ")) localStorage.removeItem(key);
  for (const key of Object.keys(sessionStorage)) if (key.startsWith("likely ")) sessionStorage.removeItem(key);
  document.querySelector("#forgotten").textContent = "This browser forgot it. Load the page again to be asked.";
});
