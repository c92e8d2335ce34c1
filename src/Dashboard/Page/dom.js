// Elements. Text goes in as text, never as markup: names and reasons are other people's words.

/** Makes an element: properties (on… are listeners, aria-…, data-… and role are attributes), then children; null ones are left out. */
export function h(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === null || value === undefined) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (name.includes('-') || name === 'role' || name === 'for') element.setAttribute(name, value);
    else element[name] = value;
  }
  element.append(...children.filter(child => child !== null && child !== undefined));
  return element;
}

/** Sets what changed and nothing else, so that focus, selection and screen readers stay where they are. */
export function say(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/** Fills an element anew when what it is made from changed. A focused button inside gets its focus back by its name. */
export function fill(element, from, make) {
  const now = JSON.stringify(from);
  if (element.madeFrom === now) return;
  element.madeFrom = now;
  const name = element.contains(document.activeElement) ? document.activeElement.textContent : null;
  element.replaceChildren(...[make()].flat().filter(child => child !== null));
  element.hidden = element.childNodes.length === 0;
  if (name !== null) [...element.querySelectorAll('button, a, summary')].find(it => it.textContent === name)?.focus();
}
