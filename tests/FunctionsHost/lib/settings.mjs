// What the run is started with. Everything has a default; the host can be another one, by HOST_COMMAND.
import { tmpdir } from 'node:os';
import { mkdtempSync } from 'node:fs';
import { join, resolve } from 'node:path';

const here = resolve(import.meta.dirname, '..');
const repository = resolve(here, '../..');
const env = process.env;
const configuration = env.CONFIGURATION ?? 'Release';

export const settings = {
  here,
  // Logs, the emulator's state, Azurite's data and the mirrored container; looked at afterwards.
  folder: resolve(env.RUN_FOLDER ?? mkdtempSync(join(tmpdir(), 'homeostat-host-'))),
  homeostat: env.HOMEOSTAT ?? `dotnet ${join(repository, 'src/Cli/bin', configuration, 'net10.0/homeostat.dll')}`,
  azurite: env.AZURITE_COMMAND ?? join(here, 'node_modules/.bin/azurite'),
  host: env.HOST_COMMAND ?? `${join(here, 'node_modules/.bin/func')} host start --port 7071`,
  hostFolder: env.HOST_FOLDER ?? join(repository, 'src/Functions/bin', configuration, 'net10.0'),
  url: env.HOST_URL ?? 'http://127.0.0.1:7071',
  // Core tools ask for none.
  key: env.HOST_KEY ?? '',
  emulatorPort: Number(env.EMULATOR_PORT ?? 5190),
};
