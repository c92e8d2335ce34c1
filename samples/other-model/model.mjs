// A model in plain Node.js that can take the reference model's place: naive Bayes over bins of numbers and values of categories.
//
//     node model.mjs train --data FILE.. --output FOLDER [--config FILE] [--seed N] [--champion FOLDER] [--trials N]
//     node model.mjs serve --model FOLDER --port N [--host ADDRESS] [--parent PID]
//
// It speaks the contract of docs/model-runtime.md: the same options, `ready ADDRESS` on standard output, POST /score and GET /health.
// Two classes or more. Files are CSV with a header, plain or gzip, or the manifest of a dataset that the loop assembled.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { dirname, join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';

const MISSING = new Set(['', 'NA', 'N/A', 'NaN', 'null']);
const POSITIVE = ['1', 'true', 'yes', 'Yes', 'YES', 'positive'];
const BINS = 16;

function fail(message) {
  console.error(message);
  process.exit(2);
}

function* csv(path) {
  const bytes = readFileSync(path);
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').replace(/^\uFEFF/, '');
  let header = null, fields = [], field = '', quoted = false;
  for (let i = 0; i <= text.length; i++) {
    const c = text[i];
    if (quoted) {
      if (c === undefined) fail(`${path}: a quote is opened and never closed.`);
      if (c !== '"') field += c;
      else if (text[i + 1] === '"') field += text[++i];
      else quoted = false;
    } else if (c === '"') quoted = true;
    else if (c === ',') { fields.push(field); field = ''; }
    else if (c === '\n' || c === undefined) {
      fields.push(field.replace(/\r$/, ''));
      field = '';
      if (header === null) header = fields;
      else if (fields.length === header.length && fields.some(one => one !== '')) yield Object.fromEntries(header.map((name, at) => [name, fields[at]]));
      fields = [];
    } else field += c;
  }
}

/** 1, 1.0 and "1" are one label, as in the loop. */
function plain(label) {
  const text = String(label).trim();
  if (text !== '' && Number.isFinite(Number(text))) return String(Number(text));
  return /^(true|false)$/i.test(text) ? text.toLowerCase() : text;
}

const isMissing = value => value === null || value === undefined || MISSING.has(value);
const number = value => typeof value === 'number' ? value : typeof value === 'string' && value.trim() !== '' ? Number(value) : NaN;

/** The training rows of a dataset, with late labels. */
function readManifest(path) {
  const manifest = JSON.parse(readFileSync(path, 'utf8'));
  const nameOf = role => manifest.columns.find(column => column.role === role)?.name;
  const [label, id] = [nameOf('label'), nameOf('id')];
  const features = manifest.columns.filter(column => column.role === 'feature').map(column => column.name);
  let root = dirname(resolve(path));
  while (!existsSync(join(root, manifest.training[0].rows.name))) {
    if (root === dirname(root)) fail(`The files that ${path} points at are not there.`);
    root = dirname(root);
  }
  const rows = [];
  for (const source of manifest.training) {
    const late = new Map(source.labels ? [...csv(join(root, source.labels.name))].map(row => [row.id, row.label]) : []);
    let labelled = 0;
    for (const row of csv(join(root, source.rows.name))) {
      const truth = late.get(row[id]) ?? row[label];
      if (truth === undefined || manifest.missingTokens.includes(truth)) continue;
      if (++labelled > source.first + source.count) break;
      if (labelled > source.first) rows.push([Object.fromEntries(features.map(name => [name, row[name]])), plain(truth)]);
    }
  }
  return { rows, hash: manifest.hash };
}

function readFiles(paths, config) {
  const columns = config.columns ?? {};
  const label = Object.keys(columns).find(name => columns[name].role === 'label');
  if (!label) fail('No column is the label. Name it in the configuration: { "columns": { "late": { "role": "label" } } }.');
  const leftOut = Object.keys(columns).filter(name => (columns[name].role ?? 'feature') !== 'feature');
  const hash = createHash('sha256');
  const rows = [];
  for (const path of paths) {
    hash.update(createHash('sha256').update(readFileSync(path)).digest());
    for (const row of csv(path)) {
      if (isMissing(row[label])) continue;
      const features = { ...row };
      for (const name of leftOut) delete features[name];
      rows.push([features, plain(row[label])]);
    }
  }
  return { rows, hash: hash.digest('hex') };
}

/** The level of a value; training and serving both come through here. */
function levelOf(feature, value) {
  if (isMissing(value)) return '?';
  if (!feature.bounds) return `=${value}`;
  const read = number(value);
  if (Number.isNaN(read)) return '?';
  let bin = 0;
  while (bin < feature.bounds.length && feature.bounds[bin] <= read) bin++;
  return `${bin}`;
}

function learn(rows) {
  const labels = [...new Set(rows.map(([, label]) => label))].sort();
  if (labels.length < 2) fail(`All ${rows.length} rows have one label; there is nothing to tell apart.`);
  const positive = POSITIVE.find(label => labels.includes(label)) ?? labels.at(-1);
  const classes = labels.length === 2 ? [labels.find(label => label !== positive), positive] : labels;
  const totals = classes.map(name => rows.filter(([, label]) => label === name).length);
  const features = Object.keys(rows[0][0]).map(name => {
    const values = rows.map(([row]) => row[name]).filter(value => !isMissing(value));
    const numbers = values.map(number).filter(value => !Number.isNaN(value)).sort((a, b) => a - b);
    const isNumber = numbers.length > 0 && numbers.length >= 0.99 * values.length;
    const cuts = isNumber ? Array.from({ length: BINS - 1 }, (_, i) => numbers[Math.floor(numbers.length * (i + 1) / BINS)]) : null;
    const feature = { name, bounds: cuts && [...new Set(cuts)], counts: {} };
    for (const [row, label] of rows) (feature.counts[levelOf(feature, row[name])] ??= classes.map(() => 0))[classes.indexOf(label)]++;
    return feature;
  });
  return { version: 1, classes, totals, features };
}

function score(model, row) {
  const all = model.totals.reduce((a, b) => a + b);
  const scores = model.totals.map(total => Math.log(total / all));
  for (const feature of model.features) {
    const counts = feature.counts[levelOf(feature, row[feature.name])];
    if (!counts) continue; // a value never seen says nothing
    const levels = Object.keys(feature.counts).length;
    counts.forEach((count, i) => { scores[i] += Math.log((count + 1) / (model.totals[i] + levels)); });
  }
  const top = Math.max(...scores), odds = scores.map(one => Math.exp(one - top)), sum = odds.reduce((a, b) => a + b);
  const best = scores.indexOf(top), name = model.classes[best];
  const prediction = name === 'true' || name === 'false' || Number.isFinite(Number(name)) ? JSON.parse(name) : name;
  return { prediction, probability: odds[model.classes.length === 2 ? 1 : best] / sum };
}

function train(options) {
  const config = options.config ? JSON.parse(readFileSync(options.config[0], 'utf8')) : {};
  const isManifest = options.data.length === 1 && options.data[0].endsWith('.json');
  const { rows, hash } = isManifest ? readManifest(options.data[0]) : readFiles(options.data, config);
  if (rows.length === 0) fail('No row has a label.');
  const cut = Math.max(1, Math.floor(rows.length * 0.8)), tested = rows.slice(cut);
  const canTest = tested.length > 0 && new Set(rows.slice(0, cut).map(([, label]) => label)).size > 1;
  const early = canTest ? learn(rows.slice(0, cut)) : null;
  const right = canTest ? tested.filter(([row, label]) => String(score(early, row).prediction) === label).length : 0;
  const folder = options.output[0];
  mkdirSync(folder, { recursive: true });
  // The model last: a folder with it is whole.
  const files = { 'metrics.json': canTest ? { accuracy: right / tested.length } : {}, 'model.json': { ...learn(rows), dataHash: hash } };
  for (const [name, content] of Object.entries(files)) {
    writeFileSync(join(folder, `.${name}.tmp`), JSON.stringify(content));
    renameSync(join(folder, `.${name}.tmp`), join(folder, name));
  }
}

function serve(options) {
  const model = JSON.parse(readFileSync(join(options.model[0], 'model.json'), 'utf8'));
  const answer = (response, status, value) => {
    const body = Buffer.from(JSON.stringify(value));
    response.writeHead(status, { 'Content-Type': 'application/json', 'Content-Length': body.length }).end(body);
  };
  const server = createServer((request, response) => {
    if (request.url === '/health') return answer(response, 200, { status: 'healthy' });
    if (request.url !== '/score' || request.method !== 'POST') return answer(response, 404, { error: { code: 'NotFound', message: 'Served are POST /score and GET /health.' } });
    const chunks = [];
    request.on('data', chunk => chunks.push(chunk)).on('end', () => {
      try {
        const rows = JSON.parse(Buffer.concat(chunks).toString('utf8'));
        if (!Array.isArray(rows) || rows.some(row => row === null || typeof row !== 'object')) throw new Error('Rows come as one JSON array of objects.');
        answer(response, 200, rows.map(row => score(model, row)));
      } catch (error) {
        answer(response, 400, { error: { code: 'BadRows', message: error.message } });
      }
    });
  });
  const host = options.host?.[0] ?? '127.0.0.1';
  server.listen(Number(options.port[0]), host, () => console.log(`ready http://${host}:${server.address().port}`));
  if (options.parent) setInterval(() => {
    try { process.kill(Number(options.parent[0]), 0); } catch { process.exit(0); }
  }, 200).unref();
}

const [command, ...rest] = process.argv.slice(2);
const options = {};
let last = null;
for (const word of rest) {
  if (word.startsWith('--')) options[last = word.slice(2)] = [];
  else if (last) options[last].push(word);
}
if (command === 'train' && options.data && options.output) train(options);
else if (command === 'serve' && options.model && options.port) serve(options);
else fail('Usage: node model.mjs train --data FILE.. --output FOLDER | serve --model FOLDER --port N');
