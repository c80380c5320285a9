// import likely, { open } from "https://HOST/widget.mjs?survey=demo"; or a script of type module with data-survey.
import { start } from "./likely.js";

$api = start($url, {
  ...document.querySelector("script[type=module][data-survey]")?.dataset,
  ...Object.fromEntries(new URL($url).searchParams),
});
