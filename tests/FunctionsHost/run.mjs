// The Functions app on the real host, with Azurite and the emulator: a drift that heals by itself, a host that is killed between two steps of a
// rollout, a rollback by HTTP. Ends with 0 when everything came as it should.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Journal, mustBeWhole } from './lib/course.mjs';
import * as emulator from './lib/emulator.mjs';
import * as flights from './lib/flights.mjs';
import { Host } from './lib/host.mjs';
import { Running, endAll } from './lib/processes.mjs';
import { settings } from './lib/settings.mjs';
import * as storage from './lib/storage.mjs';
import { must, pause, say, until } from './lib/telling.mjs';

const by = 'the end-to-end run';
const rollout = 20 * 60;
let host, journal, mirror, callers;

async function start() {
  say(`folder: ${settings.folder}`);
  const azurite = new Running('azurite', `${settings.azurite} --silent --location azurite --skipApiVersionCheck`);
  await until('Azurite', 60, () => {
    azurite.mustRun();
    return storage.makeContainers().then(() => true);
  });
  mirror = new storage.Mirror();
  host = new Host(await emulator.start());
  journal = new Journal(host);
  await emulator.makeEndpoint();
  await host.start();
}

const phase = async wanted => until(`the phase ${wanted}`, rollout, async () => {
  await journal.read();
  return (await host.model()).phase === wanted;
});

async function firstChampion() {
  say('--- a policy, a first batch, a first champion');
  await storage.put('policies', 'flights.json', readFileSync(join(settings.here, 'policy.json'), 'utf8'));
  await until('the model\'s controller', 120, host.model);
  await storage.put('batches', 'flights/history.csv', flights.history(flights.week('history', 1, 2000)));
  await until('a batch that is taken', 120, () => journal.find(0, 'batch-accepted'));
  await host.post('/api/models/flights/retrain', { by, reason: 'the first model' });
  await until('a first champion', rollout, () => journal.find(0, 'promoted'));
  await phase('steady');
}

// What callers asked and were answered is the batch; how it turned out are the labels.
async function drop(name, seed, count) {
  const rows = flights.week(name, seed, count, { lateMornings: true });
  const door = await emulator.Callers.door();
  const answers = [];
  for (let i = 0; i < rows.length; i += 100) answers.push(...await emulator.Callers.score(door, rows.slice(i, i + 100)));
  await storage.put('batches', `flights/${name}.csv`, flights.answered(rows, answers));
  await storage.put('labels', `flights/${name}.csv`, flights.labels(rows));
  const wrong = rows.filter((row, i) => row.late !== Number(answers[i].prediction)).length;
  say(`dropped: ${name}, ${count} rows and their labels; the champion answered ${wrong} wrong`);
  return wrong / count;
}

async function steadyAndWhole(from, challenger) {
  await until('the promotion', rollout, () => journal.find(from, 'promoted'));
  await phase('steady');
  must(mustBeWhole(journal.seen.slice(from)) === challenger || !challenger, `Somebody else than ${challenger} was promoted.`);
  const promoted = journal.seen.slice(from).find(({ kind }) => kind === 'promoted').evidence.challenger;
  const traffic = await emulator.traffic();
  must(traffic[promoted] === 100, `The promoted ${promoted} has not all traffic at the endpoint: ${JSON.stringify(traffic)}.`);
  verify();
  say(`end: steady, traffic ${JSON.stringify(traffic)}`);
}

// By the command that a person would use, on the container as it is mirrored.
function verify() {
  const [command, ...first] = settings.homeostat.split(' ');
  say(`verify: ${execFileSync(command, [...first, 'journal', 'flights', '--verify', '--state', storage.folder], { encoding: 'utf8' }).trim()}`);
}

async function heals() {
  say('--- the world changes; from here on nobody calls anything');
  const from = journal.length;
  const before = await drop('drifted', 2, 4000);
  await steadyAndWhole(from);
  const after = await drop('healed', 3, 1000);
  say(`healed: the champion before answered ${(100 * before).toFixed(1)} % wrong, the one now ${(100 * after).toFixed(1)} %`);
  must(after < before, 'The new champion is no better than the one before.');
}

// New rows first: asked again about the same ones, the same job would have made its model already.
async function retrain(reason, seed) {
  const arrived = (await journal.read()).length;
  await drop(`week-${seed}`, seed, 1000);
  await until('a verdict on the new labels', 120, () => journal.find(arrived, 'performance-judged'));
  const from = journal.length;
  await until('a retraining', 120, () => host.post('/api/models/flights/retrain', { by, reason }), 5000);
  return from;
}

async function killedAfterFirstStep() {
  say('--- killed when the first step stands in the journal');
  const from = await retrain('to be killed in the first step', 4);
  await until('the first step', rollout, () => journal.find(from, 'traffic-shifted'), 500);
  await comeBack();
  await steadyAndWhole(from);
}

async function killedWhileShifting() {
  say('--- killed at the moment the endpoint has the second step');
  const from = await retrain('to be killed in the second step', 5);
  await until('the first step', rollout, () => journal.find(from, 'traffic-shifted'));
  await until('the second step at the endpoint', rollout, async () => Object.values(await emulator.traffic()).every(percent => percent === 50), 50);
  await comeBack();
  await steadyAndWhole(from);
}

async function comeBack() {
  await host.kill();
  say(`down: traffic ${JSON.stringify(await emulator.traffic())}`);
  await pause(5000);
  say(`down: traffic ${JSON.stringify(await emulator.traffic())}`);
  await host.start();
}

async function rolledBack() {
  say('--- a rollback by HTTP, in the bake');
  const before = await emulator.traffic();
  const from = await retrain('to be rolled back', 6);
  await until('the promotion', rollout, () => journal.find(from, 'promoted'));
  await phase('baking');
  const began = Date.now();
  const answer = await host.post('/api/models/flights/rollback', { by, reason: 'to see it' });
  say(`rollback: answered after ${Date.now() - began} ms: ${answer.outcome}: ${answer.text}`);
  await until('the record of it', 120, () => journal.find(from, 'rolled-back'));
  await phase('steady');
  const after = await emulator.traffic();
  must(Object.keys(before).every(name => after[name] === before[name]), `Traffic is ${JSON.stringify(after)}, and was ${JSON.stringify(before)}.`);
  verify();
  say(`end: steady, traffic ${JSON.stringify(after)}, as before`);
}

const stories = { heals, killedAfterFirstStep, killedWhileShifting, rolledBack };
const chosen = process.argv.slice(2);
const unknown = chosen.filter(name => !Object.hasOwn(stories, name));
if (unknown.length) {
  console.error(`There is no story ${unknown.join(', ')}; there are ${Object.keys(stories).join(', ')}.`);
  process.exit(2);
}
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => endAll().finally(() => process.exit(130)));
try {
  await start();
  await firstChampion();
  callers = new emulator.Callers(flights.week('callers', 9, 1000, { lateMornings: true }), 10);
  for (const name of chosen.length ? chosen : Object.keys(stories)) await stories[name]();
  say(`callers: ${callers.asked} requests, ${callers.failed} failed${callers.failed ? `; the last: ${callers.lastFailure}` : ''}`);
  must(callers.failed === 0, 'Callers were refused, and should not have noticed anything.');
  say('Everything came as it should.');
} catch (e) {
  say(`FAILED: ${e.stack}`);
  process.exitCode = 1;
} finally {
  await callers?.stop();
  await mirror?.stop();
  await endAll();
}
