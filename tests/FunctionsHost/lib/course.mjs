// What the journal must say of a rollout.
import { isDeepStrictEqual } from 'node:util';
import { must, say } from './telling.mjs';

const steps = [10, 50, 100];

export const share = (record, challenger) => record.evidence?.after?.traffic?.[challenger] ?? 0;

// Tells records as they come; what was told is not told again.
export class Journal {
  constructor(host) {
    this.host = host;
    this.seen = [];
  }

  get length() { return this.seen.length; }

  async read() {
    for (const record of await this.host.journal(this.length)) {
      must(record.sequence === this.length, `The journal goes from record ${this.length - 1} on to ${record.sequence}.`);
      this.seen.push(record);
      say(`journal: ${record.sequence} ${record.at} ${record.kind}: ${record.summary}`);
    }
    return this.seen;
  }

  // The first record of a kind from a number on; a person who is called ends the wait.
  async find(from, kind, isMeant = () => true) {
    const later = (await this.read()).slice(from);
    const called = later.find(({ kind }) => kind === 'escalated');
    if (called) throw Object.assign(new Error(`A person was called: ${called.summary}`), { isFinal: true });
    return later.find(record => record.kind === kind && isMeant(record));
  }
}

export function mustBeWhole(records) {
  const of = kind => records.filter(record => record.kind === kind);
  for (const kind of ['job-submitted', 'gates-judged', 'undo-prepared', 'promoted']) must(of(kind).length === 1, `The journal has ${of(kind).length} records ${kind}, and should have one.`);
  const { challenger } = of('promoted')[0].evidence;
  const shares = of('traffic-shifted').map(record => share(record, challenger));
  must(isDeepStrictEqual(shares, steps), `The challenger's shares were ${shares.join(', ')} %, and should have been ${steps.join(', ')} %, each once.`);
  for (const { sequence, evidence } of of('traffic-shifted')) {
    const sum = Object.values(evidence.after.traffic).reduce((a, b) => a + b, 0);
    must(sum === 100, `Traffic of record ${sequence} sums to ${sum} %.`);
  }
  must(new Set(records.map(({ id }) => id)).size === records.length, 'Two records have the same id.');
  say(`course: ${shares.join(', ')} %, each once, each of 100 % in sum; promoted once`);
  return challenger;
}
