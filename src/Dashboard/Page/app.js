// Asks the host again and again, and shows what it says; when it does not answer, since when.

import * as api from './api.js';
import { message } from './dialog.js';
import { h, say } from './dom.js';
import { makeModel } from './model.js';
import { age, clock, length, phaseName, summary, title, urgency } from './words.js';

const EVERY = 2000, HIDDEN = 30000, LONGEST = 30000;
const find = id => document.getElementById(id);
const main = find('models'), cards = new Map(), phases = new Map();
let host = null, models = [], failures = 0, lostAt = null, timer = null, isAsking = false;

// Ages are told by the host's clock, and by how long ago it told it.
const now = () => host ? host.now + performance.now() - host.at : Date.now();

async function ask() {
  if (isAsking) return;
  isAsking = true;
  clearTimeout(timer);
  try {
    const answer = await api.models();
    host = { now: Date.parse(answer.now), at: performance.now() };
    models = answer.models;
    draw();
    await Promise.all(models.map(view => cards.get(view.model).follow(view.journalLength ?? 0)));
    failures = 0;
    lostAt = null;
  } catch (error) {
    failures++;
    if (error instanceof api.Problem && error.status === 401) askForKey(error);
    lostAt ??= { at: performance.now(), why: error instanceof api.Problem ? error.message : 'The host does not answer.' };
  }
  isAsking = false;
  tick();
  timer = setTimeout(ask, document.hidden ? HIDDEN : failures ? Math.min(LONGEST, EVERY * 2 ** Math.min(failures - 1, 5)) : EVERY);
}

function draw() {
  const names = models.map(view => view.model);
  for (const [name, card] of cards) if (!names.includes(name)) { card.element.remove(); cards.delete(name); }
  for (const element of [...main.children]) if (element.tagName !== 'ARTICLE') element.remove();
  models.forEach((view, i) => {
    if (!cards.has(view.model)) cards.set(view.model, makeModel(view.model, ask));
    const { element, show } = cards.get(view.model);
    if (main.children[i] !== element) main.insertBefore(element, main.children[i] ?? null);
    show(view);
  });
  if (models.length === 0) main.append(h('p', { className: 'empty', textContent: summary(models) }));
  drawNames();
  announce();
}

function drawNames() {
  const nav = find('names'), told = JSON.stringify(models.map(view => [view.model, phaseName(view), urgency(view)]));
  nav.hidden = models.length < 2;
  if (nav.told === told) return;
  nav.told = told;
  const focused = nav.contains(document.activeElement) ? document.activeElement.hash : null;
  nav.replaceChildren(...models.map(view => h('a', { href: `#model-${view.model}`, 'data-urgency': urgency(view) }, h('b', { textContent: view.model }), ` ${phaseName(view)}`)));
  [...nav.children].find(link => link.hash === focused)?.focus();
}

// Only what changes a person's night is said aloud.
function announce() {
  const said = [];
  for (const view of models) {
    const before = phases.get(view.model), phase = `${phaseName(view)}${view.rollout ? `, step ${view.rollout.step} of ${view.rollout.of}` : ''}${view.paused ? ', paused' : ''}`;
    if (before !== undefined && before !== phase) said.push(`${view.model}: ${phase}.`);
    phases.set(view.model, phase);
  }
  if (said.length) say(find('said'), said.join(' '));
}

function askForKey(problem) {
  api.memory.key = null;
  if (find('reading-key') || cards.size > 0) return;
  const key = h('input', { id: 'reading-key', type: 'password', autocomplete: 'off' });
  const form = h('form', { className: 'empty' }, message('asks', 'Reading needs the key', problem.message),
    h('p', { className: 'field' }, h('label', { htmlFor: 'reading-key', textContent: 'Key' }), key, h('small', { textContent: 'Kept in this tab until it is closed.' })),
    h('p', { className: 'buttons' }, h('button', { className: 'main', textContent: 'Show the models' })));
  form.addEventListener('submit', event => {
    event.preventDefault();
    api.memory.key = key.value.trim();
    ask();
  });
  main.replaceChildren(form);
}

// Every second: ages, and how long the host has been away.
function tick() {
  const at = now();
  for (const element of document.querySelectorAll('time[data-before]')) {
    const text = age(element.dateTime, at), before = element.dataset.before;
    say(element, before === 'since' ? `for ${text.replace(' ago', '')}` : `${before} ${text}`.trim());
  }
  const lost = find('lost');
  document.body.classList.toggle('stale', lostAt !== null);
  lost.hidden = lostAt === null;
  if (lostAt !== null) {
    say(find('why'), lostAt.why);
    say(find('old'), host
      ? `Last answer ${clock(host.now)} UTC; what is shown is from then, ${length(performance.now() - host.at)} old. It is asked again by itself.`
      : 'Nothing can be shown yet. Is it running? It is asked again by itself.');
  }
  say(find('summary'), host ? summary(models) : lostAt ? 'No answer' : 'Asking the host …');
  say(find('pulse'), host ? `${lostAt ? 'stopped at' : 'live,'} ${clock(lostAt ? host.now : at)} UTC` : '');
  document.title = title(models, lostAt !== null);
}

document.addEventListener('visibilitychange', () => { if (!document.hidden) ask(); });
window.addEventListener('online', ask);
setInterval(tick, 1000);
ask();
