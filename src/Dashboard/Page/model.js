// One model: what it does, who gets its traffic, what its data said last, and what a person may do.

import { memory, needsKey, save } from './api.js';
import { open } from './dialog.js';
import { fill, h, say } from './dom.js';
import { makeLog } from './log.js';
import { phaseName, placesOf, shares, stamp, STEPS, trafficText, urgency } from './words.js';

/** Makes the card. `show` brings it up to date; `after` runs when somebody did something. */
export function makeModel(name, after) {
  let view = null;
  const part = tag => h(tag, { hidden: true });
  const phase = h('span', { className: 'phase' }), since = part('span'), lead = h('p', { className: 'lead' });
  const loop = h('ol', { className: 'loop', 'aria-label': 'The loop' }, ...STEPS.map(text => h('li', {}, h('span', { textContent: text }))));
  const asks = part('div'), traffic = part('section'), rollout = part('section'), verdict = part('section');
  const act = (deed, text, className) => h('button', { type: 'button', textContent: text, className: className ?? '', onclick: () => open(deed, view, after) });
  const pause = act('pause', 'Pause …'), resume = act('resume', 'Resume …');
  const log = makeLog(name);
  const element = h('article', { id: `model-${name}`, 'aria-labelledby': `name-${name}`, tabIndex: -1 },
    h('div', { className: 'state' },
      h('header', {}, h('h2', { id: `name-${name}`, textContent: name }), phase, since),
      lead, loop, asks, traffic, rollout, verdict,
      h('p', { className: 'buttons' }, act('rollback', 'Roll back …', 'danger'), act('retrain', 'Retrain …'), pause, resume)),
    log.element);

  function show(it) {
    view = it;
    element.dataset.urgency = urgency(it);
    say(phase, phaseName(it));
    phase.dataset.phase = it.phase ?? 'none';
    fill(since, [it.phaseSince, it.paused], () => [it.phaseSince ? ago('since', it.phaseSince) : null, it.paused ? h('b', { className: 'paused', textContent: 'paused' }) : null]);
    say(lead, it.phaseText ? `${it.phaseText[0].toUpperCase()}${it.phaseText.slice(1)}.` : 'The controller has not shown itself yet.');
    mark(loop, it);
    fill(asks, [it.question, it.escalation, it.alerts, it.controller.status, it.controller.failure, it.phase], () => drawAsks(it, act));
    fill(traffic, [it.traffic, it.mirror, it.champion, it.challenger], () => drawTraffic(it));
    fill(rollout, it.rollout, () => drawRollout(it));
    fill(verdict, [it.lastVerdict, it.health, it.note, it.remediation, it.nextLook, memory.key], () => drawVerdict(it));
    pause.hidden = it.paused;
    resume.hidden = !it.paused && it.phase !== 'escalated';
  }

  return { element, show, follow: log.follow };
}

const ago = (text, at) => h('time', { className: 'soft', dateTime: at, title: stamp(at), 'data-before': text });

function mark(loop, view) {
  const places = placesOf(view);
  [...loop.children].forEach((item, i) => {
    if (places.includes(i)) item.setAttribute('aria-current', 'step');
    else item.removeAttribute('aria-current');
    item.classList.toggle('waits', view.phase === 'awaitingApproval' && places.includes(i));
  });
}

function drawAsks(view, act) {
  const { question, escalation, controller } = view, all = [];
  if (question && view.phase === 'awaitingApproval') {
    all.push(h('div', { className: 'message asks' },
      h('strong', { textContent: 'Somebody must answer' }), h('p', { textContent: question.text }),
      h('p', { className: 'soft' }, 'No answer is a no; the time for it is over ', ago('', question.deadline), '.'),
      h('p', { className: 'buttons' }, act('approve', 'Approve …', 'main'), act('refuse', 'Refuse …'))));
  }
  if (escalation) all.push(box('bad', 'Somebody must look', escalation.reason, escalation.question));
  for (const alert of view.alerts) all.push(box('bad', 'Wrong now', alert));
  if (controller.status === 'missing') all.push(box('asks', 'No controller yet', 'It is started with the first batch, or when the host next looks.'));
  else if (controller.status !== 'running') all.push(box('bad', `The controller is ${controller.status}`, controller.failure ?? 'Nothing moves by itself.', 'A rollback is carried out without it.'));
  return all;
}

const box = (tone, heading, text, fix) => h('div', { className: `message ${tone}` },
  h('strong', { textContent: heading }), h('p', { textContent: text }), fix ? h('p', { className: 'fix', textContent: fix }) : null);

function drawTraffic(view) {
  const all = shares(view), live = all.filter(it => it.share > 0), mirrored = all.filter(it => it.mirror > 0);
  const bar = (className, parts, size) => h('div', { className }, ...parts.map(it => {
    const part = h('span', { className: it.role, textContent: size(it) >= 9 ? `${size(it)} %` : '' });
    part.style.flexBasis = `${size(it)}%`;
    return part;
  }));
  return [
    h('h3', { textContent: 'Traffic' }),
    h('div', { role: 'img', 'aria-label': trafficText(all) },
      live.length ? bar('bar', live, it => it.share) : h('p', { className: 'soft', textContent: 'Nobody gets traffic, or nobody has looked yet.' }),
      mirrored.length ? bar('bar mirror', mirrored, it => it.mirror) : null),
    h('ul', { className: 'legend' }, ...all.map(it => h('li', { className: it.role },
      h('b', { textContent: it.name }), it.version ? ` version ${it.version}` : '',
      h('span', { className: 'soft', textContent: ` ${it.role === 'other' ? 'not the loop’s' : it.role}` }),
      ` ${it.mirror > 0 ? `${it.mirror} % mirrored` : `${it.share} %`}`))),
  ];
}

function drawRollout({ rollout }) {
  if (!rollout) return [];
  return [
    h('h3', {}, `Rollout, step ${rollout.step} of ${rollout.of}`),
    h('ol', { className: 'steps' }, ...rollout.steps.map((text, i) => h('li', {
      textContent: text, className: i + 1 < rollout.step ? 'past' : i + 1 === rollout.step ? 'now' : '', 'aria-current': i + 1 === rollout.step ? 'step' : null,
    }))),
    h('p', {}, rollout.since ? ago('Began', rollout.since) : 'Its traffic is being written', `, looked at ${rollout.looks} time${rollout.looks === 1 ? '' : 's'}. ${rollout.next}`),
  ];
}

function drawVerdict(view) {
  const { lastVerdict: it, health, remediation } = view;
  return [
    h('h3', { textContent: 'Data' }),
    it ? h('p', {}, h('b', { className: `verdict ${it.verdict ?? ''}`, textContent: it.verdict ?? 'judged' }), ` ${it.text} `, ago('', it.at), it.report ? ' ' : null, it.report ? report(it) : null)
      : h('p', { className: 'soft', textContent: 'No batch was judged yet.' }),
    health ? h('p', { className: health.verdict === 'fail' ? '' : 'soft' }, h('b', { className: health.verdict === 'fail' ? 'verdict fail' : '', textContent: 'Arrivals' }), `: ${health.text}`) : null,
    remediation || view.note || view.nextLook ? h('h3', { textContent: 'Loop' }) : null,
    remediation ? h('p', { className: 'soft' }, h('b', { textContent: `Remediation ${remediation.number}: ` }), remediation.reason, remediation.job ? ` (job ${remediation.job})` : null) : null,
    view.note && view.note !== it?.text ? h('p', { className: 'soft' }, h('b', { textContent: 'Last done: ' }), view.note) : null,
    view.nextLook ? h('p', { className: 'soft' }, h('b', { textContent: 'Next look: ' }), ago('', view.nextLook)) : null,
  ];
}

function report(verdict) {
  const link = h('a', { href: verdict.report, target: '_blank', rel: 'noopener', textContent: 'report' });
  // Where reading needs the key, a link would not bring it.
  link.addEventListener('click', event => {
    if (!needsKey()) return;
    event.preventDefault();
    save(verdict.report, `${verdict.batch}.html`).catch(error => { link.textContent = `report (${error.message})`; });
  });
  return link;
}
