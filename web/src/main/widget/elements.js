// Elements from text that is never markup.

/** @param props properties, or attributes where the element has no such property */
export const make = (tag, props, ...children) => {
  const node = document.createElement(tag);
  for (const name of Object.keys(props))
    if (name in node) node[name] = props[name];
    else node.setAttribute(name, props[name]);
  node.append(...children);
  return node;
};

/** The second half of a double click must not answer what the first half brought up. */
export const button = (text, className, act) =>
  make("button", { className, onclick: (event) => event.detail > 1 || act() }, text);

export const focusFirst = (node) => node.querySelector("input:checked,input,textarea,[tabindex]")?.focus();
