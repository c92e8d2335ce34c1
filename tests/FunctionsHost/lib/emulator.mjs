// The emulated workspace, as its owner and callers of the model see it.
import { readFileSync } from 'node:fs';
import https from 'node:https';
import { join } from 'node:path';
import { barriers, folder } from './storage.mjs';
import { Running } from './processes.mjs';
import { settings } from './settings.mjs';
import { pause, until } from './telling.mjs';

const state = join(settings.folder, 'emulator');
const address = `https://127.0.0.1:${settings.emulatorPort}`;
const workspace = '/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/emulator/providers/Microsoft.MachineLearningServices/workspaces/emulator';
const endpoint = `${workspace}/onlineEndpoints/flights`;
let agent;

export async function start() {
  const quoted = text => `'${text.replaceAll("'", "'\\''")}'`;
  const job = `node ${join(settings.here, 'job.mjs')} ${barriers} ${settings.homeostat} --`;
  const running = new Running('emulator', [
    settings.homeostat, 'emulator', '--state', state, '--storage', folder, '--port', settings.emulatorPort,
    '--serve', quoted(`${settings.homeostat} model serve --model {model} --port {port}`), '--tool', quoted(`homeostat=${job}`),
  ].join(' '));
  const thumbprint = await until('the emulator', 60, () => {
    running.mustRun();
    return readFileSync(running.log, 'utf8').match(/SHA-256 +([0-9A-F]{64})/)?.[1];
  });
  agent = new https.Agent({ ca: readFileSync(join(state, 'certificate.pem')), keepAlive: true });
  return {
    AZUREML_SUBSCRIPTION: '00000000-0000-0000-0000-000000000001', AZUREML_RESOURCE_GROUP: 'emulator', AZUREML_WORKSPACE: 'emulator',
    AZUREML_RESOURCE_MANAGER: address, AZUREML_CERTIFICATE: thumbprint,
  };
}

function send(method, url, { token = 'any', body, headers = {} } = {}) {
  return new Promise((done, fail) => {
    const bytes = body === undefined ? undefined : Buffer.from(JSON.stringify(body));
    const request = https.request(url, { method, agent, headers: { authorization: `Bearer ${token}`, ...(bytes && { 'content-type': 'application/json', 'content-length': bytes.length }), ...headers } }, answer => {
      const parts = [];
      answer.on('data', part => parts.push(part)).on('error', fail).on('end', () => {
        const text = Buffer.concat(parts).toString();
        if (answer.statusCode >= 300) fail(new Error(`${method} ${url} was answered ${answer.statusCode}: ${text}`));
        else done(text ? JSON.parse(text) : {});
      });
    });
    request.on('error', fail).end(bytes);
  });
}

const arm = (method, path, body) => send(method, `${address}${path}?api-version=2024-10-01`, { body });

export async function makeEndpoint() {
  await arm('PUT', endpoint, { location: 'local', identity: { type: 'SystemAssigned' }, properties: { authMode: 'Key' } });
  await until('the endpoint', 60, async () => (await arm('GET', endpoint)).properties.provisioningState === 'Succeeded');
}

export const traffic = async () => (await arm('GET', endpoint)).properties.traffic;

// Callers who ask about flights all the time; nothing is asked before somebody has traffic.
export class Callers {
  asked = 0;
  failed = 0;
  #goesOn = true;

  constructor(rows, perSecond) {
    this.rows = rows;
    this.ended = this.#run(1000 / perSecond);
  }

  static async door() {
    const [{ properties }, keys] = await Promise.all([arm('GET', endpoint), arm('POST', `${endpoint}/listKeys`)]);
    return { url: properties.scoringUri, key: keys.primaryKey };
  }

  static score = ({ url, key }, rows) => send('POST', url, { token: key, body: rows.map(({ weekday, hour, distance, origin, destination }) => ({ weekday, hour, distance, origin, destination })) });

  async #run(every) {
    const door = await Callers.door();
    for (let i = 0; this.#goesOn; i++) {
      this.asked++;
      Callers.score(door, [this.rows[i % this.rows.length]]).catch(e => {
        this.failed++;
        this.lastFailure = e.message;
      });
      await pause(every);
    }
  }

  stop() {
    this.#goesOn = false;
    return this.ended;
  }
}
