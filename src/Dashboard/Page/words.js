// Values as people read them. No document and no clock here, so all of it is tested without a browser.

/** The loop's steps, in order. */
export const STEPS = ['Observe', 'Judge', 'Retrain', 'Evaluate', 'Roll out', 'Roll back'];

const PLACES = {
  steady: [0, 1], retraining: [2], evaluating: [3], rollingOut: [4], baking: [4], rollingBack: [5], escalated: [],
};

/** Numbers of the steps that a phase is at. An approval is asked for before a training (about its cost) or before the rollout. */
export function placesOf(view) {
  if (view.phase === 'awaitingApproval') return [view.question?.about === 'promotion' || view.challenger ? 4 : 2];
  return PLACES[view.phase] ?? [];
}

const NAMES = {
  steady: 'steady', awaitingApproval: 'awaiting approval', retraining: 'retraining', evaluating: 'evaluating',
  rollingOut: 'rolling out', baking: 'baking', rollingBack: 'rolling back', escalated: 'escalated',
};

export const phaseName = view => NAMES[view.phase] ?? (view.phase ? view.phase : 'not started');

/** How much a model wants to be looked at: 'person' (somebody must act), 'trouble', 'moving' or 'calm'. */
export function urgency(view) {
  if (view.phase === 'escalated' || view.phase === 'awaitingApproval') return 'person';
  const controller = view.controller?.status ?? 'running';
  if (view.phase === 'rollingBack' || view.alerts?.length || !['running', 'missing'].includes(controller)) return 'trouble';
  return view.phase === 'steady' ? 'calm' : 'moving';
}

/** "2 models. flights awaits approval; trains is rolling out." */
export function summary(models) {
  if (models.length === 0) return 'No model yet. Write a policy to policies/{model}.json in the state folder.';
  const told = models.filter(view => urgency(view) !== 'calm').map(view => `${view.model}: ${urgency(view) === 'trouble' && view.phase !== 'rollingBack' ? 'look' : phaseName(view)}`);
  return `${models.length} model${models.length === 1 ? '' : 's'}${told.length ? ` · ${told.join(' · ')}` : ', all steady'}`;
}

/** For the window's title: what wants a person comes first, for it is cut. */
export function title(models, isLost) {
  const wanted = models.filter(view => urgency(view) === 'person').map(view => view.model);
  return `${isLost ? '(no answer) ' : wanted.length ? `(!) ${wanted.join(', ')} · ` : ''}Homeostat`;
}

/** A length of time: "now", "8 s", "12 min", "3 h 5 min", "9 days". */
export function length(milliseconds) {
  const seconds = Math.floor(Math.abs(milliseconds) / 1000);
  if (seconds < 1) return 'now';
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60), hours = Math.floor(minutes / 60);
  if (minutes < 60) return `${minutes} min`;
  if (hours < 48) return minutes % 60 && hours < 24 ? `${hours} h ${minutes % 60} min` : `${hours} h`;
  return `${Math.floor(hours / 24)} days`;
}

/** "12 min ago", "in 3 h", "now". */
export function age(at, now) {
  const past = now - Date.parse(at), text = length(past);
  return text === 'now' ? text : past > 0 ? `${text} ago` : `in ${text}`;
}

/** "14:05:09" of a time in ISO form or in milliseconds. */
export const clock = at => new Date(at).toISOString().slice(11, 19);

/** "2026-05-03". */
export const day = at => new Date(at).toISOString().slice(0, 10);

/** "2026-05-03 14:05 UTC". */
export const stamp = at => `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;

/** Sentences of a text: one ends where another begins with a capital letter or a quote. */
export function sentences(text) {
  return text.trim().split(/(?<=[.!?]["')]?)\s+(?=["'(]?\p{Lu})/u).filter(it => it !== '');
}

/** A message in its three beats: what happened, why it matters, what to do. A short one has less of them. */
export function beats(text) {
  const all = sentences(text ?? '');
  if (all.length < 2) return { what: all.join(' '), why: '', fix: '' };
  if (all.length === 2) return { what: all[0], why: '', fix: all[1] };
  return { what: all[0], why: all.slice(1, -1).join(' '), fix: all.at(-1) };
}

/** The traffic bar: who gets how much, the champion first, then the challenger, then whoever else. */
export function shares(view) {
  const roleOf = name => name === view.challenger?.deployment ? 'challenger' : name === view.champion?.deployment ? 'champion' : 'other';
  const versionOf = name => [view.challenger, view.champion].find(it => it?.deployment === name)?.version ?? null;
  const names = new Set([...Object.keys(view.traffic ?? {}), ...Object.keys(view.mirror ?? {})]);
  if (view.challenger) names.add(view.challenger.deployment);
  if (view.champion) names.add(view.champion.deployment);
  const order = ['champion', 'challenger', 'other'];
  return [...names]
    .map(name => ({ name, version: versionOf(name), role: roleOf(name), share: view.traffic?.[name] ?? 0, mirror: view.mirror?.[name] ?? 0 }))
    .sort((a, b) => order.indexOf(a.role) - order.indexOf(b.role) || b.share - a.share || (a.name < b.name ? -1 : 1));
}

/** "champion blue (version 1) 75 %, …": the traffic bar for those who do not see it. */
export function trafficText(all) {
  const told = all.filter(it => it.share > 0 || it.mirror > 0);
  if (told.length === 0) return 'Nobody gets traffic.';
  return `Traffic: ${told.map(it => `${it.role} ${it.name}${it.version ? ` (version ${it.version})` : ''} ${it.mirror > 0 ? `${it.mirror} % mirrored` : `${it.share} %`}`).join(', ')}.`;
}

const BAD = ['rolled-back', 'rollback-refused', 'escalated', 'trouble', 'batch-quarantined', 'challenger-rejected', 'breaker-opened', 'labels-unknown', 'health-judged'];
const ASKS = ['approval-asked', 'foreign-edit', 'retrain-refused', 'dataset-refused', 'paused', 'triaged'];
const GOOD = ['promoted', 'incident-over', 'resumed'];

/** How a kind of record is marked: 'bad', 'asks', 'good' or ''. */
export const toneOf = kind => BAD.includes(kind) ? 'bad' : ASKS.includes(kind) ? 'asks' : GOOD.includes(kind) ? 'good' : '';
