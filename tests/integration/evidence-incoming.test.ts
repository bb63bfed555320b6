import { createHash, randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { examineFile } from '@/lib/server/files/file-sniffer';
import { receiveFile } from '@/lib/server/files/incoming-file';
import { archive, liars, samples } from '../support/sample-files';
import { safeFiles, unsafeFiles } from '../support/unsafe-files';
import { codeOf, granted } from '../support/writing';

const incoming = () => path.join(process.env.EVIDENCE_FOLDER ?? '', 'incoming');
const waiting = () => readdir(incoming());

describe('receiving a file', () => {
  test('a received file is stored whole with its size and digest until it is discarded', async () => {
    const content = Buffer.alloc(300_000, 'x');
    const chunks = [content.subarray(0, 100_000), content.subarray(100_000)];
    const file = granted(await receiveFile(Readable.from(chunks), { limit: 300_000, announced: 300_000 }));
    expect(file.size).toBe(300_000);
    expect(file.digest).toBe(createHash('sm3').update(content).digest('hex'));
    expect(await waiting()).toEqual([file.id]);
    await file.discard();
    expect(await waiting()).toEqual([]);
  });

  test('a file that is too large is refused at the first byte too many, and the rest is not read', async () => {
    let sent = 0;
    async function* endless() {
      for (;;) {
        sent += 1_000;
        yield Buffer.alloc(1_000);
      }
    }
    expect(codeOf(await receiveFile(endless(), { limit: 10_000 }))).toBe('evidence-too-large');
    expect(sent).toBe(11_000);
    expect(await waiting()).toEqual([]);
  });

  test('a file whose sender disconnects leaves nothing behind', async () => {
    async function* broken() {
      yield Buffer.alloc(1_000);
      expect(await waiting()).toHaveLength(1);
      throw new Error('aborted');
    }
    expect(codeOf(await receiveFile(broken(), { limit: 10_000 }))).toBe('evidence-interrupted');
    expect(await waiting()).toEqual([]);
  });

  test('a file shorter than announced is refused as interrupted, and an empty one as empty', async () => {
    const short = await receiveFile(Readable.from([Buffer.alloc(5)]), { limit: 10, announced: 6 });
    expect(codeOf(short)).toBe('evidence-interrupted');
    expect(codeOf(await receiveFile(Readable.from([]), { limit: 10 }))).toBe('evidence-empty');
    expect(await waiting()).toEqual([]);
  });

  test('receiving a file deletes partial files that are older than an hour, and not those under way', async () => {
    await mkdir(incoming(), { recursive: true });
    const old = path.join(incoming(), 'old');
    await writeFile(old, 'half');
    await utimes(old, new Date(0), new Date(0));
    await writeFile(path.join(incoming(), 'under-way'), 'half');
    const file = granted(await receiveFile(Readable.from([Buffer.alloc(5)]), { limit: 10 }));
    expect((await waiting()).toSorted()).toEqual([file.id, 'under-way'].toSorted());
    await Promise.all((await waiting()).map((name) => rm(path.join(incoming(), name))));
  });
});

describe('the content of a file', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'sniff-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  async function examine(content: Buffer) {
    const file = path.join(folder, randomUUID());
    await writeFile(file, content);
    return examineFile(file).finally(() => rm(file));
  }
  const sniff = async (content: Buffer) => (await examine(content)).types;

  test.each(Object.entries(samples))('a file of kind %s is recognised by its content', async (kind, content) => {
    expect(await sniff(content)).toEqual([kind === 'wps' ? 'doc' : kind]);
  });

  test.each(Object.entries(liars))('the content of a %s is recognised as none of the kinds', async (_, content) => {
    expect(await sniff(content)).toEqual([]);
  });

  test('a zip file that is no document is recognised as an archive', async () => {
    expect(await sniff(archive)).toEqual(['zip']);
  });

  test('an older spreadsheet that holds a text document is recognised as both', async () => {
    expect(await sniff(Buffer.concat([samples.xls, samples.doc]))).toEqual(['doc', 'xls']);
  });

  test('a zip file that is cut off or has a false directory is recognised as none of the accepted kinds', async () => {
    expect(await sniff(samples.ofd.subarray(0, -10))).toEqual([]);
    const astray = Buffer.from(samples.ofd);
    astray.writeUInt32LE(0xffff_fff0, astray.length - 6);
    expect(await sniff(astray)).toEqual([]);
  });

  test('a zip file whose 64-bit directory lies too far away to be read is recognised as none of the kinds', async () => {
    const end = samples.ofd.subarray(-22);
    const locator = Buffer.alloc(20, 0xff);
    locator.write('PK\x06\x07', 'latin1');
    expect(await sniff(Buffer.concat([samples.ofd.subarray(0, -22), locator, end]))).toEqual([]);
  });

  test.each(Object.entries(unsafeFiles))('a file with %s is refused for it', async (_, [kind, content]) => {
    expect((await examine(content)).unsafe?.kind).toBe(kind);
  });

  test.each(Object.entries(safeFiles))('a document with %s is accepted', async (_, content) => {
    expect(await examine(content)).toEqual({ types: ['docx'], unsafe: null });
  });

  test('the samples of all kinds hold nothing that is refused', async () => {
    for (const content of [...Object.values(samples), archive]) expect((await examine(content)).unsafe).toBeNull();
  });

  test('a refused file says in which part the content was found', async () => {
    const [, content] = unsafeFiles['a template on another server'] ?? ['', Buffer.alloc(0)];
    expect((await examine(content)).unsafe).toEqual({ kind: 'template', part: 'word/_rels/settings.xml.rels' });
  });
});
