// What the emulator's jobs find as `homeostat`: node job.mjs BARRIERS COMMAND... -- ARGUMENTS... It waits for one whole pass of the mirror, so that
// what the app wrote before it asked for the job is there; and for another one afterwards, so that the app finds what the job left.
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [barriers, ...rest] = process.argv.slice(2);
const at = rest.indexOf('--');
const [command, ...first] = rest.slice(0, at);

async function pass() {
  const asked = join(barriers, randomUUID());
  writeFileSync(asked, '');
  while (existsSync(asked)) await new Promise(done => setTimeout(done, 50));
}

await pass();
const { status } = spawnSync(command, [...first, ...rest.slice(at + 1)], { stdio: 'inherit' });
await pass();
process.exit(status ?? 70);
