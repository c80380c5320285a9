// The questions in their order: score, follow-up by band, series, thanks; each answer is said as it is given.
import { area, control } from "./controls.js";
import { button, focusFirst, make } from "./elements.js";
import { scale } from "./scale.js";

/**
 * @param answer what has been said so far
 * @param say adds to it
 * @param turn puts other nodes in the place of these, and returns what was put
 * @return the nodes to begin with
 */
export const interview = (settings, answer, say, turn) => {
  const { words, labels, widget } = settings;
  const series = [...settings.questions];
  // Where a band begins is the server's to say.
  const byBand = (texts) => texts[settings.bands[answer.score]];

  // Its control, and "send" for what it holds or "skip". Sending nothing stays where it is.
  const step = ([node, value], next) => {
    const send = () => {
      const given = value();
      if (given === undefined) focusFirst(node);
      else next(given);
    };
    const row = make("div", { className: "row" }, button(words.send, "main", send), button(words.skip, "", () => next()));
    return make("div", {}, node, row);
  };

  const ask = () => {
    const question = series.shift();
    if (!question) return thank();
    const made = control(question);
    if (!made) return ask();
    turn(
      step(made, (given) => {
        if (given !== undefined) say({ answers: { ...answer.answers, [question.id]: given } });
        ask();
      }),
    );
  };

  const thank = () => {
    const link = byBand(widget.links);
    const nodes = [make("p", { className: "text", tabIndex: -1 }, byBand(settings.thanks))];
    if (/^https:\/\//i.test(link?.url))
      nodes.push(make("a", { href: link.url, target: "_blank", rel: "noopener" }, link.text));
    turn(...nodes);
  };

  // The scale stays while the follow-up is asked: who hit the wrong number corrects it, which is the next edition.
  const then = make("div", { className: "then" });
  let label;
  const pick = (score) => {
    if (score == answer.score) return;
    say({ score });
    const text = byBand(settings.follow_ups);
    if (label) return void (label.textContent = text);
    const made = area({ text });
    label = made[0].firstChild;
    const inside = set.contains(set.getRootNode().activeElement);
    then.replaceChildren(
      step(made, (comment) => {
        if (comment) say({ comment });
        ask();
      }),
    );
    if (inside) focusFirst(then);
  };
  const moved = (score) => {
    if (label) pick(score);
    else if (!then.firstChild)
      then.append(button(words.send, "main", () => pick(+set.querySelector("input:checked").value)));
  };
  const set = scale(settings.question, 0, 10, [labels.low, labels.high], pick, moved);
  return [set, then];
};
