import { beforeEach, describe, expect, test } from 'vitest';
import { type ReportScope, scopeOf } from '@/lib/domain/authorization';
import { periodCode } from '@/lib/domain/calendar/period';
import { shortestComparedText } from '@/lib/domain/report/near-copy';
import { listLastPeriod, listNearCopies } from '@/lib/reports/last-period/data';
import { listReports } from '@/lib/review/data';
import { makeNextReport } from '../support/next-period';
import { actorOf, blankEntry, now } from '../support/report-states';
import { type MadeReport, makeAgency, makeReport } from '../support/reports';
import { one, sql } from '../support/sql';

const earlier = {
  ...blankEntry,
  progress: '完成设备采购招标，启动二期厂房建设，组织两次专家评审，形成标准三项。',
  results: '短',
  nextSteps: '推进揭榜项目落地，协调解决用地指标，年底前完成竣工验收。',
};

let last: MadeReport;
beforeEach(async () => {
  last = await makeReport({ tasks: 1, entry: earlier });
});

const division = scopeOf({ ...actorOf('reviewer'), offices: 'all' }) as ReportScope;
const scope = (agencyId: string) => scopeOf(actorOf('reporter', agencyId));
const copiesIn = async (reportId: string) => {
  const copies = await listNearCopies(scope(last.agencyId), reportId);
  return copies.toSorted((a, b) => a.section.localeCompare(b.section));
};

/** Stores another text as the progress of every task of a report. */
const setProgress = `UPDATE "Entry" SET content = jsonb_set(content, '{progress}', to_jsonb($2::text)) WHERE "reportId" = $1`;

describe('sections that repeat in the last period', () => {
  test('a section that says the same as in the last period is marked, and so is one with a changed word', async () => {
    const id = await makeNextReport(last, {
      progress: earlier.progress,
      nextSteps: earlier.nextSteps.replace('年底前', '明年底前'),
    });
    const [nextSteps, progress] = await copiesIn(id);
    expect(progress).toEqual({ taskId: last.taskIds[0], section: 'progress', likeness: 1 });
    expect(nextSteps).toMatchObject({ taskId: last.taskIds[0], section: 'nextSteps' });
    expect(nextSteps?.likeness).toBeGreaterThanOrEqual(0.8);
    expect(nextSteps?.likeness).toBeLessThan(1);
  });

  test('a section that was newly written is not marked', async () => {
    const id = await makeNextReport(last, { progress: '二期厂房封顶，设备全部到货，正在安装调试，预计下月投产。' });
    expect(await copiesIn(id)).toEqual([]);
  });

  test('a section is compared with the same section of in the last period only', async () => {
    const id = await makeNextReport(last, { progress: earlier.nextSteps, nextSteps: earlier.progress });
    expect(await copiesIn(id)).toEqual([]);
  });

  test('a short section that says the same is a copy too, whatever its punctuation', async () => {
    expect([...earlier.results].length).toBeLessThan(shortestComparedText);
    const id = await makeNextReport(last, { results: ` ${earlier.results}。` });
    expect(await copiesIn(id)).toEqual([{ taskId: last.taskIds[0], section: 'results', likeness: 1 }]);
  });

  test('a short section that is only alike is not marked, since short texts are often alike', async () => {
    const text = earlier.progress.slice(0, shortestComparedText - 2);
    await sql(setProgress, [last.id, text]);
    const id = await makeNextReport(last, { progress: `${text}毕` });
    expect(await copiesIn(id)).toEqual([]);
  });

  test('a section of punctuation alone, or an empty one, is no copy', async () => {
    await sql(setProgress, [last.id, '……']);
    const id = await makeNextReport(last, { progress: '……', results: '', nextSteps: '' });
    expect(await copiesIn(id)).toEqual([]);
  });

  test('a text with the same trigrams in another number is not taken for the same text', async () => {
    await sql(setProgress, [last.id, earlier.progress.repeat(2)]);
    const id = await makeNextReport(last, { progress: earlier.progress.repeat(3) });
    expect(await copiesIn(id)).toMatchObject([{ section: 'progress', likeness: 0.99 }]);
  });

  test('the list of reports counts the copies of those that wait for their review', async () => {
    const id = await makeNextReport(last, { progress: earlier.progress, results: earlier.results });
    const { code: planCode } = await one<{ code: string }>(
      'SELECT l.code FROM "Report" r JOIN "ReportingPeriod" p ON p.id = r."periodId" JOIN "Plan" l ON l.id = p."planId" WHERE r.id = $1',
      [id],
    );
    const copiesOf = async (status: string) => {
      await sql('UPDATE "Report" SET status = $2::"ReportStatus" WHERE id = $1', [id, status]);
      const filter = { planCode, periodCode: periodCode('2020Q2'), status: null, search: '', now };
      const { rows } = await listReports(division, filter, { number: 1, size: 20 });
      return rows.find((row) => row.id === id)?.nearCopies;
    };
    await sql(`UPDATE "Report" SET status = 'accepted' WHERE id = $1`, [last.id]);
    expect(await copiesOf('filed')).toBe(2);
    expect(await copiesOf('accepted')).toBe(0);
    expect(await copiesOf('draft')).toBe(0);
  });
});

describe('the texts of in the last period', () => {
  test('the texts of in the last period are those of the same tasks in the period before', async () => {
    const id = await makeNextReport(last);
    expect(await listLastPeriod(scope(last.agencyId), id)).toEqual([
      { ...earlier, taskId: last.taskIds[0], periodCode: '2020Q1' },
    ]);
  });

  test('the first report of a plan has no in the last period', async () => {
    await makeNextReport(last);
    expect(await listLastPeriod(scope(last.agencyId), last.id)).toEqual([]);
    expect(await listNearCopies(scope(last.agencyId), last.id)).toEqual([]);
  });

  test('the texts of in the last period are hidden from other agencies and from accounts that read no report', async () => {
    const id = await makeNextReport(last, { progress: earlier.progress });
    const other = scope(await makeAgency());
    expect(await Promise.all([listLastPeriod(other, id), listNearCopies(other, id)])).toEqual([[], []]);
    expect(await Promise.all([listLastPeriod(null, id), listNearCopies(null, id)])).toEqual([[], []]);
  });

  test('the texts of another agency on the same task are hidden from the agency that leads it now', async () => {
    const agencyId = await makeAgency();
    await sql('UPDATE "Report" SET "agencyId" = $2 WHERE id = $1', [last.id, agencyId]);
    const id = await makeNextReport(last, { progress: earlier.progress });
    expect(await listLastPeriod(scope(last.agencyId), id)).toEqual([]);
    expect(await listNearCopies(scope(last.agencyId), id)).toEqual([]);
  });
});
