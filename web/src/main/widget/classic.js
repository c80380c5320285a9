// <script async src="https://HOST/widget.js" data-survey="demo"></script>
import { start } from "./likely.js";

const script = document.currentScript;
if (script) start(script.src, script.dataset);
