import { beforeAll, beforeEach, expect, test } from 'vitest';
import { type Actor, scopeOf } from '@/lib/domain/authorization';
import { acceptReport } from '@/lib/review/mutations';
import { listRemarks } from '@/lib/review/remarks/data';
import { type NewRemark, remark, withdrawRemark } from '@/lib/review/remarks/mutations';
import { makeAccount } from '../support/accounts';
import { setDemonstrationClock } from '../support/clock';
import { now } from '../support/report-states';
import { type MadeReport, makeReport } from '../support/reports';
import { one, sql } from '../support/sql';
import { by, codeOf, eventsOf, granted } from '../support/writing';

let report: MadeReport;
let reviewer: Actor;

beforeAll(async () => {
  await setDemonstrationClock(now);
  reviewer = await makeAccount('reviewer');
});

beforeEach(async () => {
  report = await makeReport({ status: 'filed' });
});

const given = (changes: Partial<NewRemark> = {}): NewRemark => ({
  taskId: report.taskIds[0] ?? '',
  section: 'results',
  audience: 'division',
  text: '请核对数量。',
  ...changes,
});

test('a remark for the agency is read by that agency, an internal one by the division and the leader only', async () => {
  granted(await remark(report.id, given(), by(reviewer, 7)));
  granted(
    await remark(report.id, given({ audience: 'agency', section: null, text: '下季度请附名单。' }), by(reviewer, 7)),
  );
  const read = async (actor: Actor) => (await listRemarks(scopeOf(actor), report.id)).map(({ text }) => text);
  expect(await read(reviewer)).toEqual(['请核对数量。', '下季度请附名单。']);
  expect(await read(await makeAccount('leader'))).toEqual(['请核对数量。', '下季度请附名单。']);
  expect(await read(await makeAccount('reporter', report.agencyId))).toEqual(['下季度请附名单。']);
  const { agencyId: elsewhere } = await makeReport({ status: 'filed' });
  expect(await read(await makeAccount('reporter', elsewhere))).toEqual([]);
  expect(await read(await makeAccount('auditor'))).toEqual([]);
});

test('a remark names the version that it is about, and does not make the report outdated for others', async () => {
  granted(await remark(report.id, given(), by(reviewer, 7)));
  expect(await listRemarks(scopeOf(reviewer), report.id)).toMatchObject([
    { version: 1, section: 'results', by: reviewer.displayName, at: now },
  ]);
  expect(await one('SELECT version FROM "Report" WHERE id = $1', [report.id])).toEqual({ version: 7 });
  granted(await acceptReport(report.id, by(reviewer, 7)));
  granted(await remark(report.id, given(), by(reviewer, 1)));
});

test('a remark is withdrawn once and disappears, and its row and events stay', async () => {
  granted(await remark(report.id, given({ audience: 'agency' }), by(reviewer, 7)));
  const [written] = await listRemarks(scopeOf(reviewer), report.id);
  const twice = await Promise.all([1, 2].map(() => withdrawRemark(report.id, written?.id ?? '', by(reviewer, 7))));
  expect(twice.map(codeOf).toSorted()).toEqual(['stale', null].toSorted());
  expect(await listRemarks(scopeOf(reviewer), report.id)).toEqual([]);
  expect((await eventsOf(report.id)).map(({ name }) => name)).toEqual(['remark-added', 'remark-withdrawn']);
  expect(await one('SELECT text, "withdrawnAt" FROM "Remark" WHERE id = $1', [written?.id])).toEqual({
    text: '请核对数量。',
    withdrawnAt: now,
  });
});

test('a remark cannot be made on the task of another report, nor withdrawn through another report', async () => {
  const other = await makeReport({ status: 'filed' });
  expect(codeOf(await remark(report.id, given({ taskId: other.taskIds[0] ?? '' }), by(reviewer, 7)))).toBe('not-found');
  granted(await remark(report.id, given(), by(reviewer, 7)));
  const [written] = await listRemarks(scopeOf(reviewer), report.id);
  expect(codeOf(await withdrawRemark(other.id, written?.id ?? '', by(reviewer, 7)))).toBe('stale');
  expect(await sql('SELECT 1 FROM "Remark" WHERE id = $1 AND "withdrawnAt" IS NULL', [written?.id])).toHaveLength(1);
});
