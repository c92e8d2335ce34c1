// The host's API. The key stays in this tab's session storage and goes into a header, never into an address.

const KEY = 'homeostat.key', BY = 'homeostat.by';

export const memory = {
  get key() { return sessionStorage.getItem(KEY); },
  set key(value) { value ? sessionStorage.setItem(KEY, value) : sessionStorage.removeItem(KEY); },
  get by() { return sessionStorage.getItem(BY) ?? ''; },
  set by(value) { sessionStorage.setItem(BY, value); },
};

/** The host answered, and said no: carries the problem details. */
export class Problem extends Error {
  constructor(status, details) {
    super(details.detail ?? `The host answered ${status}.`);
    this.status = status;
    this.heading = details.title ?? `Answer ${status}`;
    this.code = details.code ?? '';
  }
}

const model = name => `/api/models/${encodeURIComponent(name)}`;

let readsNeedKey = false;

/** Whether this host lets nobody read without its key. */
export const needsKey = () => readsNeedKey;

async function ask(path, options = {}, seconds = 10) {
  const headers = { Accept: 'application/json', ...options.headers };
  const brings = memory.key !== null && (readsNeedKey || options.method === 'POST');
  if (brings) headers['x-functions-key'] = memory.key;
  const answer = await fetch(path, { ...options, headers, cache: 'no-store', credentials: 'same-origin', signal: AbortSignal.timeout(seconds * 1000) });
  if (answer.ok) return answer;
  if (answer.status === 401 && options.method !== 'POST') {
    readsNeedKey = true;
    if (!brings && memory.key !== null) return ask(path, options, seconds);
  }
  throw new Problem(answer.status, await answer.json().catch(() => ({})));
}

export const models = async () => (await ask('/api/models')).json();

export const journal = async (name, query) => (await ask(`${model(name)}/journal?${query}`)).json();

/** Acts. The same `once` sent again is done once, however often answers are lost. */
export async function act(name, what, body, once) {
  const options = { method: 'POST', body: JSON.stringify(body), headers: { 'Content-Type': 'application/json', 'Idempotency-Key': once } };
  return (await ask(`${model(name)}/${what}`, options, 90)).json();
}

/** A report where reading needs the key, which a link cannot bring: as a file. */
export async function save(path, name) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await (await ask(path)).blob());
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

/** A name for one deed. */
export const once = () => Array.from(crypto.getRandomValues(new Uint8Array(12)), byte => byte.toString(16).padStart(2, '0')).join('');
