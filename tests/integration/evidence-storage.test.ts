import { createHash, randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import S3rver from 's3rver';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Storage } from '@/lib/server/files/storage';
import { FolderStorage } from '@/lib/server/files/storage-folder';
import { S3Storage } from '@/lib/server/files/storage-s3';

let place: string;
let s3: S3rver;
let endpoint: string;
const access = { bucket: 'evidence', region: 'us-east-1', key: 'S3RVER', secret: 'S3RVER' };

beforeAll(async () => {
  place = await mkdtemp(path.join(tmpdir(), 'storage-'));
  const settings = { address: '127.0.0.1', port: 0, silent: true, directory: path.join(place, 's3') };
  s3 = new S3rver({ ...settings, configureBuckets: [{ name: access.bucket, configs: [] }] });
  endpoint = `http://127.0.0.1:${(await s3.run()).port}`;
});

afterAll(async () => {
  await s3.close();
  await rm(place, { recursive: true, force: true });
});

async function localFile(content: Buffer) {
  const file = path.join(place, randomUUID());
  await writeFile(file, content);
  return { file, digest: createHash('sm3').update(content).digest('hex') };
}

const stores: [string, () => Storage][] = [
  ['a folder', () => new FolderStorage(path.join(place, 'folder'))],
  ['a real S3 server', () => new S3Storage({ ...access, endpoint })],
];

describe.each(stores)('storage in %s', (_, open) => {
  const content = Buffer.alloc(6 * 1024 * 1024, 'evidence');

  test('storage returns the bytes that were put under a digest', async () => {
    const store = open();
    const { file, digest } = await localFile(content);
    expect(await store.exists(digest)).toBe(false);
    await store.put(digest, file);
    expect(await store.exists(digest)).toBe(true);
    const found = await store.open(digest);
    expect(found && (await buffer(found)).equals(content)).toBe(true);
  });

  test('storage keeps the same bytes once, also when several put them at the same time', async () => {
    const store = open();
    const { file, digest } = await localFile(Buffer.from(randomUUID()));
    await Promise.all([store.put(digest, file), store.put(digest, file), store.put(digest, file)]);
    await store.put(digest, file);
    await store.delete(digest);
    expect(await store.exists(digest)).toBe(false);
  });

  test('storage has nothing under a deleted digest, and deleting it again is no error', async () => {
    const store = open();
    const { file, digest } = await localFile(Buffer.from(randomUUID()));
    await store.put(digest, file);
    await store.delete(digest);
    await store.delete(digest);
    expect(await store.open(digest)).toBeNull();
  });
});

describe.each(stores)('the state of storage in %s', (_, open) => {
  test('storage lists what was handed in before an instant', async () => {
    const store = open();
    const { file, digest } = await localFile(Buffer.from(randomUUID()));
    await store.put(digest, file);
    const listed = async (before: number) => {
      const found: string[] = [];
      for await (const stored of store.list(new Date(before))) found.push(stored.digest);
      return found.includes(digest);
    };
    expect([await listed(Date.now() - 60_000), await listed(Date.now() + 60_000)]).toEqual([false, true]);
  });

  test('a check of the storage leaves nothing behind', async () => {
    const store = open();
    const { free } = await store.check();
    expect(free === null || free > 0).toBe(true);
    const names = (await readdir(place, { recursive: true })).filter((name) => name.includes('probe-'));
    expect(names).toEqual([]);
  });
});

test('folder storage gives a file a second name instead of a second copy', async () => {
  const { file, digest } = await localFile(Buffer.from('once on the disk'));
  const folder = path.join(place, 'linked');
  await new FolderStorage(folder).put(digest, file);
  const kept = await stat(path.join(folder, digest.slice(0, 2), digest));
  expect([kept.ino, kept.nlink]).toEqual([(await stat(file)).ino, 2]);
});

test('folder storage leaves no partial file behind, even after a failed put', async () => {
  const folder = path.join(place, 'alone');
  const { file, digest } = await localFile(Buffer.from('alone'));
  const store = new FolderStorage(folder);
  await store.put(digest, file);
  await expect(store.put('f'.repeat(64), path.join(place, 'nowhere'))).rejects.toThrow();
  const names = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((each) => each.isFile());
  expect(names.map(({ name }) => name)).toEqual([digest]);
});

test('folder storage takes bytes that are deleted elsewhere at the same moment', async () => {
  const store = new FolderStorage(path.join(place, 'met'));
  const { file, digest } = await localFile(Buffer.from(randomUUID()));
  for (let round = 0; round < 100; round += 1) {
    await store.put(digest, file);
    await Promise.all([store.delete(digest), store.put(digest, file), store.delete(digest), store.put(digest, file)]);
  }
  await store.put(digest, file);
  expect(await store.exists(digest)).toBe(true);
});

test('folder storage refuses a name that is no digest', async () => {
  await expect(new FolderStorage(place).open('../secret')).rejects.toThrow('not a digest');
});

test('an S3 server that knows neither the bucket nor the key is an error, not an empty store', async () => {
  const { file, digest } = await localFile(Buffer.from('lost'));
  await expect(new S3Storage({ ...access, endpoint, bucket: 'none' }).put(digest, file)).rejects.toThrow();
  await expect(new S3Storage({ ...access, endpoint, key: 'NOBODY' }).put(digest, file)).rejects.toThrow();
});
