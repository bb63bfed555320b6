import { createHash } from 'node:crypto';
import { mkdir, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Actor, scopeOf } from '@/lib/domain/authorization';
import { getEvidence } from '@/lib/evidence/data';
import { followEvidence } from '@/lib/evidence/scan/job';
import { sweepEvidence } from '@/lib/evidence/sweep/job';
import { storage } from '@/lib/server/files/storage-choice';
import { streamedBody } from '@/lib/server/files/streamed-body';
import { makeAccount } from '../support/accounts';
import { setDemonstrationClock } from '../support/clock';
import { handIn, keptFiles, pdfOf, rowsOf } from '../support/evidence';
import { now } from '../support/report-states';
import { type MadeReport, makeReport } from '../support/reports';
import { granted } from '../support/writing';

beforeAll(() => setDemonstrationClock(now));

let report: MadeReport;
let reporter: Actor;
beforeEach(async () => {
  report = await makeReport({ tasks: 30 });
  reporter = await makeAccount('reporter', report.agencyId);
});

const folder = () => process.env.EVIDENCE_FOLDER ?? '';
const placeOf = (digest: string) => path.join(folder(), digest.slice(0, 2), digest);
const twoDaysAgo = () => new Date(Date.now() - 2 * 24 * 60 * 60 * 1_000);

async function leave(words: string, age: Date): Promise<string> {
  const digest = createHash('sm3').update(words).digest('hex');
  await mkdir(path.dirname(placeOf(digest)), { recursive: true });
  await writeFile(placeOf(digest), words);
  await utimes(placeOf(digest), age, age);
  return digest;
}

describe('what interrupted uploads have left', () => {
  test('bytes without a row that are older than a day are deleted, younger ones and needed ones are not', async () => {
    granted(await handIn(report, reporter, { content: pdfOf('needed and old') }));
    const [{ digest: needed } = { digest: '' }] = await rowsOf(report.id);
    await utimes(placeOf(needed), twoDaysAgo(), twoDaysAgo());
    const [old, young] = [await leave('old', twoDaysAgo()), await leave('young', new Date())];
    const half = path.join(path.dirname(placeOf(old)), `${old}.half`);
    await writeFile(half, 'half');
    await utimes(half, twoDaysAgo(), twoDaysAgo());
    await Promise.all([sweepEvidence(), sweepEvidence()]);
    const kept = await keptFiles();
    expect([old, young, needed, `${old}.half`].map((name) => kept.includes(name))).toEqual([false, true, true, false]);
  });

  test('bytes without a row that are handed in again stay', async () => {
    const content = pdfOf('left and handed in again');
    const digest = await leave(content.toString('latin1'), twoDaysAgo());
    const [file] = await Promise.all([handIn(report, reporter, { content }), sweepEvidence()]);
    granted(file);
    await sweepEvidence();
    expect(await keptFiles()).toContain(digest);
  });
});

describe('a file whose bytes are gone', () => {
  test('it is shown as missing until its bytes are back', async () => {
    const content = pdfOf('lost and found');
    const { id } = granted(await handIn(report, reporter, { content }));
    const [{ digest } = { digest: '' }] = await rowsOf(report.id);
    const isMissing = async () => (await getEvidence(scopeOf(reporter), id))?.isMissing;
    await rm(placeOf(digest));
    expect(await isMissing()).toBe(false);
    await sweepEvidence();
    expect(await isMissing()).toBe(true);
    await followEvidence();
    expect(await isMissing()).toBe(true);
    await writeFile(placeOf(digest), content);
    await followEvidence();
    expect(await isMissing()).toBe(false);
  });
});

describe('the descriptors of files', () => {
  const openFiles = async () => (await readdir('/proc/self/fd')).length;

  test('two hundred uploads without a scanner leave none open', async () => {
    granted(await handIn(report, reporter, { content: pdfOf('first') }));
    const before = await openFiles();
    for (let number = 0; number < 200; number += 1) {
      const taskId = report.taskIds[number % 29];
      granted(await handIn(report, reporter, { content: pdfOf(`upload ${number}`), taskId }));
    }
    expect(await openFiles()).toBeLessThanOrEqual(before);
  });

  test('a download that is never read, left midway or read whole leaves none open', async () => {
    const content = Buffer.alloc(1024 * 1024, pdfOf('long'));
    granted(await handIn(report, reporter, { content }));
    const [{ digest } = { digest: '' }] = await rowsOf(report.id);
    const store = await storage();
    const body = () =>
      streamedBody(async () => (await store.open(digest)) ?? Promise.reject(new Error('the bytes are gone')));
    const before = await openFiles();
    const unread = Array.from({ length: 20 }, body);
    for (let number = 0; number < 20; number += 1) {
      const reader = body().getReader();
      await reader.read();
      await reader.cancel();
    }
    expect((await buffer(body())).equals(content)).toBe(true);
    await expect.poll(openFiles).toBeLessThanOrEqual(before);
    expect(unread).toHaveLength(20);
  });
});
