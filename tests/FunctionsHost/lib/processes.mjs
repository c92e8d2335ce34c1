// Processes that the run starts: each with a log and a group of its own, so that it can be killed with all its children, and ends with the run.
import { spawn } from 'node:child_process';
import { openSync, closeSync } from 'node:fs';
import { join } from 'node:path';
import { settings } from './settings.mjs';

const running = new Set();

export class Running {
  constructor(name, command, { cwd = settings.folder, env = {} } = {}) {
    this.name = name;
    this.log = join(settings.folder, `${name}.log`);
    const log = openSync(this.log, 'a');
    this.child = spawn('/bin/sh', ['-c', `exec ${command}`], { cwd, env: { ...process.env, ...env }, detached: true, stdio: ['ignore', log, log] });
    closeSync(log);
    this.ended = new Promise(done => this.child.once('exit', code => {
      this.code = code ?? -1;
      running.delete(this);
      done();
    }));
    running.add(this);
  }

  // The whole group: a host and its worker, at once.
  kill(signal = 'SIGKILL') {
    try {
      process.kill(-this.child.pid, signal);
    } catch (e) {
      if (e.code !== 'ESRCH') throw e;
    }
    return this.ended;
  }

  mustRun() {
    if (this.code !== undefined) throw Object.assign(new Error(`${this.name} ended with ${this.code}; its log is ${this.log}.`), { isFinal: true });
  }
}

// The emulator last: it waits for its own children.
export async function endAll() {
  for (const each of [...running]) each.kill('SIGTERM');
  const late = setTimeout(() => [...running].forEach(each => each.kill()), 10_000);
  await Promise.all([...running].map(each => each.ended));
  clearTimeout(late);
}
