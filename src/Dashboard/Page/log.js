// The journal of one model as a list that grows.

import * as api from './api.js';
import { h, say } from './dom.js';
import * as part from './journal.js';
import { clock, day, stamp, toneOf } from './words.js';

/** Makes the list. It follows the journal by `follow`, told how long the journal is now. */
export function makeLog(model) {
  let journal = part.nothing, shown = new Map(), isFirst = true;
  const list = h('ol', { className: 'records', tabIndex: 0, 'aria-label': `Journal of ${model}, the newest first` });
  const filter = h('select', { 'aria-label': `Kind of records of ${model}`, onchange: draw });
  const count = h('span', { className: 'soft' });
  const more = h('button', { type: 'button', textContent: 'Older records', hidden: true, onclick: async () => take(part.older(journal)) });
  const trouble = h('p', { className: 'soft', hidden: true });
  const element = h('section', { className: 'journal', 'aria-label': `Journal of ${model}` },
    h('header', {}, h('h3', { textContent: 'Journal' }), count, filter), trouble, list, more);

  async function take(query) {
    if (query === null) return false;
    const page = await api.journal(model, query);
    journal = part.merge(journal, page);
    draw();
    return page.next !== null;
  }

  async function follow(length) {
    try {
      let query = part.missing(journal, length);
      const isGrowing = query?.startsWith('after=');
      for (let again = query !== null; again; query = part.missing(journal, length)) again = await take(query) && isGrowing;
      if (isGrowing && list.scrollTop === 0) journal = part.trim(journal);
      trouble.hidden = true;
    } catch (error) {
      if (!(error instanceof api.Problem)) throw error;
      trouble.hidden = false;
      say(trouble, error.message);
    }
  }

  function draw() {
    drawFilter();
    const wanted = journal.records.filter(record => !filter.value || record.kind === filter.value);
    const rows = new Map(wanted.map(record => [record.sequence, shown.get(record.sequence) ?? row(model, record, !isFirst)]));
    for (const [sequence, element] of shown) if (!rows.has(sequence)) element.remove();
    // What stands already is not moved: it keeps its focus, and stays unfolded.
    let next = list.firstChild;
    for (const element of rows.values()) {
      if (element === next) next = next.nextSibling;
      else list.insertBefore(element, next);
    }
    shown = rows;
    isFirst = false;
    say(count, journal.length === 0 ? 'nothing yet' : `${wanted.length} of ${journal.length}`);
    more.hidden = part.older(journal) === null;
  }

  function drawFilter() {
    const kinds = part.kinds(journal), told = JSON.stringify(kinds);
    if (filter.told === told) return;
    filter.told = told;
    const chosen = filter.value;
    if (chosen && !kinds.some(it => it.kind === chosen)) kinds.push({ kind: chosen, count: 0 });
    filter.replaceChildren(h('option', { value: '', textContent: 'all kinds' }), ...kinds.map(({ kind, count }) => h('option', { value: kind, textContent: `${kind} (${count})` })));
    filter.value = chosen;
  }

  draw();
  isFirst = true;
  return { element, follow };
}

function row(model, record, isNew) {
  const raw = h('pre', { tabIndex: 0, textContent: '…' });
  const unfold = async event => {
    if (!event.target.open || raw.isWhole) return;
    try {
      const page = await api.journal(model, part.whole(record.sequence));
      raw.isWhole = true;
      say(raw, JSON.stringify(page.records[0], null, 2));
    } catch (error) {
      say(raw, `${error.message} Fold it and unfold it to ask again.`);
    }
  };
  return h('li', { className: `${toneOf(record.kind)}${isNew ? ' new' : ''}` },
    h('details', { ontoggle: unfold },
      h('summary', {},
        h('time', { dateTime: record.at, title: `Record ${record.sequence}, ${stamp(record.at)}` }, h('span', { textContent: `${day(record.at).slice(5)} ` }), clock(record.at)),
        h('span', { className: 'kind', textContent: record.kind }),
        h('span', { className: 'text', textContent: record.text })),
      raw));
}
