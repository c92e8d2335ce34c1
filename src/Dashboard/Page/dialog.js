// One dialog for all that a person may do: who and why, the key once, and what became of it.

import { act, memory, once, Problem } from './api.js';
import { h } from './dom.js';
import { beats } from './words.js';

const DEEDS = {
  rollback: { title: 'Roll back', button: 'Roll back now', reason: true, danger: true, target: true,
    lead: 'Traffic is written, read back, and proved with a scoring request. Running work of the loop on this model ends.' },
  retrain: { title: 'Retrain', button: 'Start retraining', reason: true,
    lead: 'The governor still decides: cooldowns, labels and the budget hold.' },
  pause: { title: 'Pause', button: 'Pause the loop', reason: true,
    lead: 'The loop goes on watching, and starts or moves nothing. Rollbacks are carried out all the same.' },
  resume: { title: 'Resume', button: 'Resume the loop', reason: false,
    lead: 'The loop acts again. Where somebody must look, this is the answer that it was done.' },
  approve: { title: 'Approve', button: 'Approve', reason: false, answer: true },
  refuse: { title: 'Refuse', button: 'Refuse', reason: true, danger: true, answer: false },
};

/** Opens the dialog. `after` runs when the host took it. */
export function open(deed, view, after) {
  const it = DEEDS[deed], question = view.question;
  const form = h('form', { noValidate: true });
  const dialog = h('dialog', { 'aria-labelledby': 'deed', onclose: () => closed(dialog, view.model) }, form);
  const told = h('div', { className: 'told', role: 'status' });
  const fields = makeFields(it, view);
  const go = h('button', { className: it.danger ? 'danger' : 'main', textContent: it.button });
  const close = h('button', { type: 'button', textContent: 'Cancel', onclick: () => dialog.close() });
  form.append(
    h('h2', { id: 'deed' }, `${it.title}: `, h('b', { textContent: view.model })),
    h('p', { textContent: it.answer === undefined ? it.lead : question.text }),
    ...fields.all, told, h('p', { className: 'buttons' }, close, go));
  const sending = { deed: it, path: it.answer === undefined ? deed : `approvals/${encodeURIComponent(question?.id)}`, once: once() };
  form.addEventListener('submit', async event => {
    event.preventDefault();
    if (!fields.check()) return;
    go.disabled = true;
    told.replaceChildren(h('p', { textContent: 'Sent. Waiting for the host …' }));
    const done = await send(view.model, sending, fields, told);
    go.disabled = false;
    if (!done) return;
    [...fields.all, go].forEach(element => { element.hidden = true; });
    close.textContent = 'Close';
    close.focus();
    after();
  });
  document.body.append(dialog);
  dialog.showModal();
  fields.first().focus();
}

// What opened it may be gone by now: then the model has the focus, and not the top of the page.
function closed(dialog, name) {
  dialog.remove();
  if (document.activeElement === document.body) document.getElementById(`model-${name}`)?.focus();
}

async function send(name, sending, fields, told) {
  try {
    memory.by = fields.by.value.trim();
    if (fields.key.value) memory.key = fields.key.value.trim();
    const answer = await act(name, sending.path, fields.body(sending.deed), sending.once);
    told.replaceChildren(message(answer.outcome === 'underWay' || answer.outcome === 'notTaken' ? 'asks' : 'good', worded(answer.outcome), answer.text));
    return true;
  } catch (error) {
    told.replaceChildren(failed(error));
    if (error instanceof Problem) sending.once = once(); // it was answered; the next try is another
    if (error.status === 401) fields.askForKey();
    return false;
  }
}

// Kept until the host says whether it was done: the same try again is not done twice.
function failed(error) {
  return error instanceof Problem
    ? message('bad', `${error.heading}${error.code ? ` (${error.code})` : ''}`, error.message)
    : message('bad', 'No answer', 'The host did not answer. Whether it was done is not known. Send it again as it is: it is done once however often it is sent.');
}

/** A message in its three beats. */
export function message(tone, heading, text) {
  const { what, why, fix } = beats(text);
  return h('div', { className: `message ${tone}` },
    h('strong', { textContent: heading }),
    h('p', { textContent: what }),
    why ? h('p', { textContent: why }) : null,
    fix ? h('p', { className: 'fix', textContent: fix }) : null);
}

const worded = outcome => outcome.replace(/[A-Z]/g, letter => ` ${letter.toLowerCase()}`).replace(/^./, letter => letter.toUpperCase());

function field(label, input, hint) {
  return h('p', { className: 'field' }, h('label', { htmlFor: input.id, textContent: label }), input, hint ? h('small', { textContent: hint }) : null);
}

function makeFields(deed, view) {
  const by = h('input', { id: 'by', value: memory.by, autocomplete: 'username', maxLength: 100, required: true });
  const reason = h('textarea', { id: 'reason', rows: 2, maxLength: 2000, required: deed.reason });
  const key = h('input', { id: 'key', type: 'password', autocomplete: 'off', spellcheck: false });
  const keyField = field('Key', key, 'On one machine in the file api.key of the state folder. Kept in this tab until it is closed.');
  const askForKey = () => { memory.key = null; key.value = ''; keyField.hidden = false; key.focus(); };
  keyField.hidden = Boolean(memory.key);
  const to = deed.target ? targets(view) : null;
  const needed = [by, ...(deed.reason ? [reason] : []), ...(to ? [to.input] : [])];
  return {
    by, key, askForKey,
    all: [to?.element, field('Who are you?', by, 'Stands in the journal.'), field(deed.reason ? 'Why?' : 'Why? (may be left out)', reason), keyField].filter(Boolean),
    first: () => by.value ? reason : by,
    check: () => {
      needed.forEach(input => input.toggleAttribute('aria-invalid', !input.disabled && input.value.trim() === ''));
      const empty = needed.find(input => input.hasAttribute('aria-invalid'));
      empty?.focus();
      return !empty;
    },
    body: () => ({
      by: by.value.trim(),
      ...(reason.value.trim() ? { reason: reason.value.trim() } : {}),
      ...(to ? to.body() : {}),
      ...(deed.answer === undefined ? {} : { approve: deed.answer }),
    }),
  };
}

function targets(view) {
  const input = h('input', { id: 'target', disabled: true, hidden: true, maxLength: 100, 'aria-label': 'Version or deployment' });
  const choose = () => {
    input.disabled = input.hidden = chosen() === 'champion';
    if (!input.disabled) input.focus();
  };
  const radio = (value, text) => h('label', {}, h('input', { type: 'radio', name: 'to', value, checked: value === 'champion', onchange: choose }), ` ${text}`);
  const usual = view.challenger ? `out of the rollout, to ${view.champion?.deployment ?? 'the champion'}` : 'to the champion before';
  const element = h('fieldset', {}, h('legend', { textContent: 'Where to?' }), radio('champion', usual), radio('version', 'a version'), radio('deployment', 'a deployment'), input);
  const chosen = () => element.querySelector('input:checked').value;
  return { element, input, body: () => chosen() === 'champion' ? {} : { to: chosen(), target: input.value.trim() } };
}
