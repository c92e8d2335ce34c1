"use strict";
// The page reads without this; it adds sorting, filtering, and opens the details for print.
(() => {
  const table = document.getElementById("features");
  if (!table) return;
  const bodies = [...table.tBodies];
  const gravity = { fail: 2, inconclusive: 1, pass: 0 };
  const natural = new Intl.Collator(undefined, { numeric: true });
  const compare = {
    name: (a, b) => natural.compare(a.dataset.name, b.dataset.name),
    ratio: (a, b) => a.dataset.ratio - b.dataset.ratio,
    verdict: (a, b) => gravity[a.dataset.verdict] - gravity[b.dataset.verdict] || a.dataset.ratio - b.dataset.ratio,
  };

  const sortBy = (head) => {
    const first = head.dataset.key === "name" ? "ascending" : "descending";
    const other = first === "ascending" ? "descending" : "ascending";
    const order = head.getAttribute("aria-sort") === first ? other : first;
    for (const th of table.tHead.rows[0].cells) th.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", order);
    const sign = order === "ascending" ? 1 : -1;
    bodies.sort((a, b) => sign * compare[head.dataset.key](a, b) || compare.name(a, b));
    table.append(...bodies);
  };
  for (const head of table.querySelectorAll("th[data-key]")) {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    button.addEventListener("click", () => sortBy(head));
    head.append(button);
  }

  const tools = document.getElementById("tools");
  const find = document.getElementById("find"), only = document.getElementById("only"), shown = document.getElementById("shown");
  const texts = new Map(bodies.map((body) => [body, body.rows[0].textContent.toLowerCase()]));
  const filter = () => {
    const words = find.value.toLowerCase().split(/\s+/).filter(Boolean);
    let count = 0;
    for (const body of bodies) {
      const show = (!only.value || body.dataset.verdict === only.value) && words.every((word) => texts.get(body).includes(word));
      body.hidden = !show;
      if (show) count++;
    }
    shown.value = count === bodies.length ? "" : `${count} of ${bodies.length} columns`;
  };
  tools.hidden = false;
  tools.addEventListener("input", filter);
  tools.addEventListener("submit", (event) => event.preventDefault());
  filter();

  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...table.querySelectorAll("details:not([open])")];
    for (const details of opened) details.open = true;
  });
  addEventListener("afterprint", () => { for (const details of opened) details.open = false; });
})();
