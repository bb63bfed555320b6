import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import S3rver from 's3rver';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { diskHealth, evidenceHealth } from '@/lib/server/files/evidence-health';
import { runScript, type Variables } from '@/scripts/run-script';
import { makeAccount } from '../support/accounts';
import { setDemonstrationClock } from '../support/clock';
import { handIn, keptFiles } from '../support/evidence';
import { now } from '../support/report-states';
import { makeReport } from '../support/reports';
import { codeOf, granted } from '../support/writing';

let place: string;
let s3: S3rver;
let bucket: Variables;

beforeAll(async () => {
  await setDemonstrationClock(now);
  place = await mkdtemp(path.join(tmpdir(), 'evidence-health-'));
  const settings = { address: '127.0.0.1', port: 0, silent: true, directory: path.join(place, 's3') };
  s3 = new S3rver({ ...settings, configureBuckets: [{ name: 'evidence', configs: [] }] });
  const endpoint = `http://127.0.0.1:${(await s3.run()).port}`;
  bucket = {
    ...{ EVIDENCE_S3_ENDPOINT: endpoint, EVIDENCE_S3_BUCKET: 'evidence' },
    ...{ EVIDENCE_S3_KEY: 'S3RVER', EVIDENCE_S3_SECRET: 'S3RVER' },
  };
});

afterAll(async () => {
  await s3.close();
  await rm(place, { recursive: true, force: true });
});

/** The sentences of the check before a start, and whether it refuses the start. */
async function checked(variables: Variables): Promise<{ refuses: boolean; said: string }> {
  return runScript('evidence-check.ts', [], { EVIDENCE_FOLDER: path.join(place, 'folder'), ...variables }).then(
    (said) => ({ refuses: false, said }),
    ({ output }: { output: string }) => ({ refuses: true, said: output }),
  );
}

describe('the store of evidence at the start', () => {
  test('a folder that can be written, and a bucket with its key, are accepted without a word', async () => {
    expect(await checked({})).toEqual({ refuses: false, said: '' });
    expect(await readdir(path.join(place, 'folder'))).toEqual([]);
    expect(await checked(bucket)).toEqual({ refuses: false, said: '' });
  });

  test('a place that is no folder is refused in one sentence that names it', async () => {
    await writeFile(path.join(place, 'file'), '');
    const folder = path.join(place, 'file', 'evidence');
    const { refuses, said } = await checked({ EVIDENCE_FOLDER: folder });
    expect(refuses).toBe(true);
    expect(said.trim().split('\n')).toEqual([expect.stringContaining(`佐证材料的存放位置 ${folder} 不能读写`)]);
  });

  test('a key that the bucket does not know is refused in one sentence', async () => {
    const { refuses, said } = await checked({ ...bucket, EVIDENCE_S3_KEY: 'NOBODY' });
    expect(refuses).toBe(true);
    expect(said.trim().split('\n')).toEqual([expect.stringMatching(/不能读写.*EVIDENCE_S3_/)]);
  });

  test('a store that does not answer is said, and the portal starts', async () => {
    const { refuses, said } = await checked({ ...bucket, EVIDENCE_S3_ENDPOINT: 'http://127.0.0.1:1' });
    expect(refuses).toBe(false);
    expect(said).toContain('暂时没有应答');
  });

  test('a disk with less room than its floor is said, and the portal starts', async () => {
    const { refuses, said } = await checked({ DISK_FLOOR_MB: '1000000000' });
    expect(refuses).toBe(false);
    expect(said).toMatch(/磁盘只剩 \d+\.\d GB（下限 976562\.5 GB/);
  });
});

describe('a full disk', () => {
  test('an upload is refused with a sentence while there is little room, and works again by itself', async () => {
    const report = await makeReport();
    const reporter = await makeAccount('reporter', report.agencyId);
    const before = await keptFiles();
    process.env.DISK_FLOOR_MB = '1000000000';
    expect(await diskHealth()).toMatchObject({
      ok: false,
      reason: 'nearly-full',
      floorBytes: 1_000_000_000 * 1024 ** 2,
    });
    expect(codeOf(await handIn(report, reporter))).toBe('evidence-disk-full');
    expect(await keptFiles()).toEqual(before);
    process.env.DISK_FLOOR_MB = '';
    expect((await diskHealth()).ok).toBe(true);
    granted(await handIn(report, reporter));
  });

  test('the health of the store leaves no file behind', async () => {
    const before = await keptFiles();
    expect(await evidenceHealth()).toEqual({ ok: true });
    expect(await keptFiles()).toEqual(before);
  });
});
