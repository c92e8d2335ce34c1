// The Functions host, and the HTTP API of the app in it.
import { Running } from './processes.mjs';
import { settings } from './settings.mjs';
import { say, until } from './telling.mjs';

export class Host {
  #starts = 0;

  constructor(workspace) {
    this.env = {
      ...workspace, FUNCTIONS_WORKER_RUNTIME: 'dotnet-isolated', AzureWebJobsStorage: 'UseDevelopmentStorage=true', HomeostatStorage: 'UseDevelopmentStorage=true',
      TASKHUB_NAME: 'homeostat', MONITOR_SCHEDULE: '*/5 * * * * *', PURGE_SCHEDULE: '0 30 3 * * *', NO_PROXY: '127.0.0.1,localhost',
    };
  }

  async start() {
    this.running = new Running(`host-${++this.#starts}`, settings.host, { cwd: settings.hostFolder, env: this.env });
    say(`host: started (${this.running.name}, process group ${this.running.child.pid})`);
    await until('a host that is ready', 180, async () => {
      this.running.mustRun();
      return (await (await fetch(`${settings.url}/api/health`)).json()).ready;
    });
    say('host: ready');
  }

  // No chance to put anything in order.
  async kill() {
    await this.running.kill('SIGKILL');
    say('host: killed by SIGKILL, with its worker');
  }

  async #send(method, path, body) {
    const answer = await fetch(`${settings.url}${path}`, {
      method, body: body && JSON.stringify(body), headers: { 'content-type': 'application/json', ...(settings.key && { 'x-functions-key': settings.key }) }, signal: AbortSignal.timeout(60_000),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path} was answered ${answer.status}: ${text}`);
    return JSON.parse(text);
  }

  get = path => this.#send('GET', path);
  post = (path, body) => this.#send('POST', path, body);
  model = () => this.get('/api/models/flights');

  // All records from a sequence number on, oldest first.
  async journal(from = 0) {
    const records = [];
    for (let path = `/api/models/flights/journal?limit=500${from ? `&after=${from - 1}` : ''}`; path; ) {
      const page = await this.get(path);
      records.push(...page.records);
      path = page.next;
    }
    return records;
  }
}
