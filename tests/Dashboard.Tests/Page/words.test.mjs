// Run by NodeTests with the folder of the page's files as the argument; says what is wrong on the error output.
import assert from 'node:assert/strict';
import { pathToFileURL } from 'node:url';

const load = name => import(pathToFileURL(`${process.argv[2]}/${name}`));
const words = await load('words.js'), journal = await load('journal.js');

// Lengths of time, at their borders.
for (const [seconds, expected] of [[0, 'now'], [0.999, 'now'], [1, '1 s'], [59, '59 s'], [60, '1 min'], [3599, '59 min'], [3600, '1 h'], [3660, '1 h 1 min'], [86400, '24 h'], [172799, '47 h'], [172800, '2 days'], [-120, '2 min']])
  assert.equal(words.length(seconds * 1000), expected);
const noon = Date.parse('2026-05-03T12:00:00Z');
assert.equal(words.age('2026-05-03T11:48:00Z', noon), '12 min ago');
assert.equal(words.age('2026-05-03T13:00:00+00:00', noon), 'in 1 h');
assert.equal(words.age('2026-05-03T12:00:00.4Z', noon), 'now');
assert.equal(words.stamp('2026-05-03T14:05:09+02:00'), '2026-05-03 12:05 UTC');
assert.equal(words.clock('2026-05-03T14:05:09Z'), '14:05:09');

// Three beats.
assert.deepEqual(words.beats('No model is named \'x\'. Nothing was changed. Check the name; there is flights.'), { what: 'No model is named \'x\'.', why: 'Nothing was changed.', fix: 'Check the name; there is flights.' });
assert.deepEqual(words.beats('A. B. C. D.'), { what: 'A.', why: 'B. C.', fix: 'D.' });
assert.deepEqual(words.beats('It took 0.5 s. e.g. version 1.2 of it'), { what: 'It took 0.5 s. e.g. version 1.2 of it', why: '', fix: '' });
assert.deepEqual(words.beats('Gone. Ask again.'), { what: 'Gone.', why: '', fix: 'Ask again.' });
assert.deepEqual(words.beats(undefined), { what: '', why: '', fix: '' });

// The traffic bar.
const view = { champion: { deployment: 'blue', version: '1' }, challenger: { deployment: 'red', version: '2' }, traffic: { aside: 5, red: 20, blue: 75 }, mirror: {} };
assert.deepEqual(words.shares(view).map(it => [it.name, it.role, it.version, it.share]), [['blue', 'champion', '1', 75], ['red', 'challenger', '2', 20], ['aside', 'other', null, 5]]);
assert.equal(words.trafficText(words.shares(view)), 'Traffic: champion blue (version 1) 75 %, challenger red (version 2) 20 %, other aside 5 %.');
assert.match(words.trafficText(words.shares({ ...view, traffic: { blue: 100 }, mirror: { red: 20 } })), /challenger red \(version 2\) 20 % mirrored/);
assert.equal(words.trafficText(words.shares({})), 'Nobody gets traffic.');
// While it bakes the challenger is champion already; the one before stays warm.
assert.deepEqual(words.shares({ champion: view.challenger, challenger: view.challenger, traffic: { red: 100, blue: 0 } }).map(it => it.name), ['red', 'blue']);

// Phases.
for (const [phase, places] of [['steady', [0, 1]], ['retraining', [2]], ['evaluating', [3]], ['rollingOut', [4]], ['baking', [4]], ['rollingBack', [5]], ['escalated', []], ['unheardOf', []], [null, []]])
  assert.deepEqual(words.placesOf({ phase }), places);
assert.deepEqual(words.placesOf({ phase: 'awaitingApproval', question: { about: 'cost' } }), [2]);
assert.deepEqual(words.placesOf({ phase: 'awaitingApproval', question: { about: 'promotion' } }), [4]);
assert.equal(words.urgency({ phase: 'steady', alerts: [], controller: { status: 'failed' } }), 'trouble');
assert.equal(words.urgency({ phase: 'escalated', alerts: ['x'] }), 'person');
assert.equal(words.title([{ model: 'a', phase: 'escalated' }, { model: 'b', phase: 'steady' }], false), '(!) a · Homeostat');
assert.equal(words.title([{ model: 'a', phase: 'escalated' }], true), '(no answer) Homeostat');
assert.equal(words.summary([{ model: 'a', phase: 'steady' }, { model: 'b', phase: 'rollingOut' }]), '2 models · b: rolling out');

// Pages of the journal: merged in any order, twice or not, the end is the same.
const page = (from, to, length) => ({ length, records: Array.from({ length: to - from }, (_, i) => ({ sequence: from + i, kind: (from + i) % 2 ? 'odd' : 'even' })) });
const numbers = it => it.records.map(record => record.sequence);
let it = journal.merge(journal.nothing, { ...page(7, 10, 10), records: page(7, 10, 10).records.reverse() });
assert.deepEqual(numbers(it), [9, 8, 7]);
it = journal.merge(journal.merge(it, page(10, 12, 12)), page(9, 12, 12));
assert.deepEqual([numbers(it), it.length], [[11, 10, 9, 8, 7], 12]);
it = journal.merge(it, page(4, 7, 12));
assert.deepEqual(numbers(it), [11, 10, 9, 8, 7, 6, 5, 4]);
assert.deepEqual(numbers(journal.merge(it, page(20, 22, 22))), [21, 20], 'behind a hole nothing is kept');
assert.deepEqual(numbers(journal.merge(it, page(0, 2, 2))), [1, 0], 'a shorter journal is another one');
assert.deepEqual(journal.kinds(journal.merge(journal.nothing, page(0, 3, 3))), [{ kind: 'even', count: 2 }, { kind: 'odd', count: 1 }]);

// What is asked for: little, and nothing when all is here.
assert.equal(journal.missing(journal.nothing, 0), null);
assert.equal(journal.missing(journal.nothing, 5), 'order=newest&limit=50&evidence=false');
assert.equal(journal.missing(it, 12), null);
assert.equal(journal.missing(it, 13), 'after=11&limit=500&evidence=false');
assert.equal(journal.missing(it, 512), 'after=11&limit=500&evidence=false');
assert.equal(journal.missing(it, 513), 'order=newest&limit=50&evidence=false');
assert.equal(journal.missing(it, 3), 'order=newest&limit=50&evidence=false');
assert.equal(journal.older(it), 'order=newest&after=4&limit=100&evidence=false');
assert.equal(journal.older(journal.merge(journal.nothing, page(0, 2, 2))), null);
assert.deepEqual([journal.whole(0), journal.whole(7)], ['limit=1', 'after=6&limit=1']);
