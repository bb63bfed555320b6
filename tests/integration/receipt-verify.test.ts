import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Actor, scopeOf } from '@/lib/domain/authorization';
import { fileReport } from '@/lib/filing/mutations';
import { exportFiledVersion } from '@/lib/receipts/version-export';
import { messages } from '@/scripts/console-messages.mjs';
import { projectRoot } from '@/scripts/install.mjs';
import { makeAccount } from '../support/accounts';
import { setDemonstrationClock } from '../support/clock';
import { completeEntry, now } from '../support/report-states';
import { type MadeReport, makeReport } from '../support/reports';
import { sql } from '../support/sql';
import { by, granted } from '../support/writing';

let report: MadeReport;
let reporter: Actor;
let receiptNumber: string;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'receipt-'));
  await setDemonstrationClock(now);
  report = await makeReport({ entry: { ...completeEntry, progress: '进展“一”\n第二段𠮷' } });
  reporter = await makeAccount('reporter', report.agencyId);
  ({ receiptNumber } = granted(await fileReport(report.id, by(reporter, 7))));
});

afterAll(() => rm(folder, { recursive: true }));

const exported = (actor: Actor, number = 1) => exportFiledVersion({ actor, scope: scopeOf(actor) }, report.id, number);

/** Runs the real command without a portal and a database. */
function verify(...args: string[]): { printed: string; code: number | null } {
  const { DATABASE_URL: _, AUTH_SECRET: __, ...environment } = process.env;
  const script = ['--conditions=react-server', '--import', 'tsx', 'scripts/receipt-verify.ts', ...args];
  const options = { cwd: projectRoot, encoding: 'utf8', env: { ...environment, INIT_CWD: folder } } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, script, options);
  return { printed: `${stdout}${stderr}`, code: status };
}

async function verifyText(text: string) {
  await writeFile(path.join(folder, 'file.json'), text);
  return verify('file.json');
}

describe('an exported version', () => {
  test('receipt:verify verifies an exported version without portal and database', async () => {
    const file = await exported(reporter);
    expect(file?.name).toBe(`${receiptNumber}.json`);
    const { printed, code } = await verifyText(file?.body ?? '');
    expect(code, printed).toBe(0);
    expect(printed).toContain('✓ 通过');
    expect(printed).toContain(receiptNumber);
    const [version] = await sql('SELECT digest FROM "FiledVersion" WHERE "reportId" = $1', [report.id]);
    expect(printed).toContain(String(version?.digest));
  });

  test.each([
    ['in the content', '第二段', '第三段', '报送内容与摘要不一致'],
    ['in the receipt', '"filedBy": "', '"filedBy": "x', '回执信息已被改动'],
    ['in its very form', '{', '[', '不是本平台导出的报送文件'],
  ])('receipt:verify refuses a file with one change %s', async (_title, before, after, sentence) => {
    const body = (await exported(reporter))?.body ?? '';
    expect(body).toContain(before);
    const { printed, code } = await verifyText(body.replace(before, after));
    expect({ code, printed }).toEqual({ code: 1, printed: expect.stringContaining(sentence) });
  });

  test('an export of a version is recorded with person, version and receipt number', async () => {
    const reviewer = await makeAccount('reviewer');
    await exported(reviewer);
    const events = await sql(`SELECT detail FROM "Event" WHERE name = 'version-exported' AND "accountId" = $1`, [
      reviewer.accountId,
    ]);
    expect(events).toEqual([{ detail: { reportId: report.id, version: 1, receiptNumber } }]);
  });

  test('a version of another agency, or one that was never filed, is not exported', async () => {
    const elsewhere = await makeReport();
    expect(await exported(await makeAccount('reporter', elsewhere.agencyId))).toBeNull();
    expect(await exported(await makeAccount('auditor'))).toBeNull();
    expect(await exported(reporter, 2)).toBeNull();
  });
});

describe('npm run receipt:verify', () => {
  test('receipt:verify prints its usage when no file is named', () => {
    expect(verify()).toEqual({ code: 1, printed: `${messages.receiptUsage}\n` });
  });

  test('receipt:verify names the file that it cannot read', () => {
    const { printed, code } = verify('nothing.json');
    expect({ code, printed }).toEqual({ code: 1, printed: expect.stringContaining('nothing.json') });
  });
});
