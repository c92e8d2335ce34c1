// Azurite, and the mirror. In Azure a job reads and writes the very containers that the app does, mounted as a datastore; the emulator's jobs read
// and write a folder. The mirror makes the two one: what lies in the containers comes into the folder, and what jobs, models and collectors leave
// in the folder goes into the container.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { BlobServiceClient } from '@azure/storage-blob';
import { settings } from './settings.mjs';
import { pause, say } from './telling.mjs';

const service = BlobServiceClient.fromConnectionString('UseDevelopmentStorage=true');
const own = ['policies', 'batches', 'labels'];
const rest = 'homeostat';
// What jobs, and the collectors of deployments, write; nothing else of the folder goes up.
const written = ['models', 'modelDataCollector'];

export const folder = join(settings.folder, 'storage');
export const barriers = join(settings.folder, 'barriers');

export async function makeContainers() {
  for (const name of [...own, rest]) await service.getContainerClient(name).createIfNotExists();
}

export async function put(container, name, text) {
  await service.getContainerClient(container).getBlockBlobClient(name).upload(text, Buffer.byteLength(text));
}

function* filesBelow(path) {
  if (!existsSync(path)) return;
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    if (entry.isDirectory()) yield* filesBelow(join(path, entry.name));
    else yield join(path, entry.name);
  }
}

export class Mirror {
  #etags = new Map();
  #sent = new Map();
  #goesOn = true;

  constructor() {
    for (const path of [folder, barriers]) mkdirSync(path, { recursive: true });
    this.ended = this.#run();
  }

  stop() {
    this.#goesOn = false;
    return this.ended;
  }

  // A job asks, by a file, for one whole pass from now on; the file goes when it was made.
  async #run() {
    while (this.#goesOn) {
      const asked = readdirSync(barriers);
      try {
        await this.#up();
        for (const name of own) await this.#down(name, name);
        await this.#down(rest, '.');
        for (const name of asked) rmSync(join(barriers, name), { force: true });
      } catch (e) {
        say(`mirror: ${e.message || e.code || e.statusCode || e.name}; it tries again`);
      }
      await pause(200);
    }
  }

  async #down(container, below) {
    const client = service.getContainerClient(container);
    for await (const blob of client.listBlobsFlat()) {
      const key = `${container}/${blob.name}`;
      if (this.#etags.get(key) === blob.properties.etag) continue;
      if (container === rest && written.some(name => blob.name.startsWith(`${name}/`))) continue;
      const path = join(folder, below, blob.name);
      mkdirSync(dirname(path), { recursive: true });
      // Read whole, then renamed: no job sees half a file.
      writeFileSync(`${path}.part`, await client.getBlobClient(blob.name).downloadToBuffer());
      renameSync(`${path}.part`, path);
      this.#etags.set(key, blob.properties.etag);
    }
  }

  async #up() {
    const client = service.getContainerClient(rest);
    for (const path of written.flatMap(name => [...filesBelow(join(folder, name))])) {
      const { size, mtimeMs } = statSync(path);
      const mark = `${size}/${mtimeMs}`;
      if (this.#sent.get(path)?.mark === mark) continue;
      const bytes = readFileSync(path);
      const hash = createHash('sha256').update(bytes).digest('hex');
      if (this.#sent.get(path)?.hash !== hash) await client.getBlockBlobClient(relative(folder, path)).upload(bytes, bytes.length);
      this.#sent.set(path, { mark, hash });
    }
  }
}
