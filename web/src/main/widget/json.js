// Pages with old libraries have a toJSON on every array, which makes JSON.stringify lie; so only strings are left to it.

export const json = (value) => {
  if (Object(value) !== value) return JSON.stringify(value);
  const parts = [];
  if (Array.isArray(value)) {
    for (const each of value) parts.push(json(each));
    return "[" + parts.join() + "]";
  }
  for (const name of Object.keys(value))
    if (value[name] !== undefined) parts.push(JSON.stringify(name) + ":" + json(value[name]));
  return "{" + parts.join() + "}";
};
