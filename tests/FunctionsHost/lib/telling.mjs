// Lines with their time, on the screen and in run.log; and waiting, which always ends.
import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { settings } from './settings.mjs';

mkdirSync(settings.folder, { recursive: true });

export function say(text) {
  const line = `${new Date().toISOString()} ${text}`;
  console.log(line);
  appendFileSync(join(settings.folder, 'run.log'), `${line}\n`);
}

export const pause = milliseconds => new Promise(done => setTimeout(done, milliseconds));

export function must(isRight, otherwise) {
  if (!isRight) throw new Error(otherwise);
}

// What is looked at may be away for the moment: a host that was killed answers nobody.
export async function until(what, seconds, look, every = 1000) {
  const end = Date.now() + seconds * 1000;
  for (let problem; ; await pause(every)) {
    try {
      const found = await look();
      if (found) return found;
      problem = undefined;
    } catch (e) {
      if (e.isFinal) throw e;
      problem = e;
    }
    if (Date.now() >= end) throw new Error(`Waited ${seconds} s for ${what}, in vain.${problem ? ` The last look failed: ${problem.message}` : ''}`);
  }
}
