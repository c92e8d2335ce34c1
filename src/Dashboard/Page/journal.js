// The part of a journal that the page has: whole from its oldest record to its newest, the newest first. Pages are merged into it as they come.

const FIRST = 50, MOST_AT_ONCE = 500, KEPT = 1000;

export const nothing = Object.freeze({ length: 0, records: Object.freeze([]) });

/** Merges an answer of the API. Asked for twice or told twice, a record is there once. */
export function merge(journal, page) {
  // A shorter journal is another one: the folder behind the host was changed.
  const known = page.length < journal.length ? [] : journal.records;
  const all = new Map([...known, ...page.records].map(record => [record.sequence, record]));
  const sorted = [...all.values()].sort((a, b) => b.sequence - a.sequence);
  // Behind a hole nothing is kept: it can be asked for again, and a hole that is shown reads as if nothing had happened.
  const hole = sorted.findIndex((record, i) => i > 0 && sorted[i - 1].sequence - record.sequence > 1);
  return { length: Math.max(page.length, (sorted[0]?.sequence ?? -1) + 1), records: hole < 0 ? sorted : sorted.slice(0, hole) };
}

/** What to ask for to have the newest of a journal of this length; null: all of it is here. */
export function missing(journal, length) {
  const last = journal.records[0]?.sequence ?? -1;
  if (length === journal.length && last + 1 === length) return null;
  if (journal.records.length === 0 || length < journal.length || length - last - 1 > MOST_AT_ONCE) return length === 0 ? null : `order=newest&limit=${FIRST}&evidence=false`;
  return `after=${last}&limit=${MOST_AT_ONCE}&evidence=false`;
}

/** What to ask for to have older records; null: there are none. */
export function older(journal) {
  const first = journal.records.at(-1)?.sequence ?? 0;
  return first === 0 ? null : `order=newest&after=${first}&limit=${2 * FIRST}&evidence=false`;
}

/** One record with its evidence. */
export const whole = sequence => sequence === 0 ? 'limit=1' : `after=${sequence - 1}&limit=1`;

/** Drops the oldest when the page has stood for days. */
export const trim = journal => journal.records.length <= KEPT ? journal : { ...journal, records: journal.records.slice(0, KEPT) };

/** Kinds that occur, in order, with their number. */
export function kinds(journal) {
  const counts = new Map();
  for (const { kind } of journal.records) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => a < b ? -1 : 1).map(([kind, count]) => ({ kind, count }));
}
