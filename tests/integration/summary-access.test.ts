import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '@/lib/domain/authorization';
import { addReports, moveUnit, resetOrder, takeVersions } from '@/lib/summaries/entries/mutations';
import { deleteSummary, makeSummary, saveSummaryFrame, saveSummarySettings } from '@/lib/summaries/mutations';
import { editPassage, restorePassage } from '@/lib/summaries/passages/mutations';
import { makeAccount } from '../support/accounts';
import { setDemonstrationClock } from '../support/clock';
import { now } from '../support/report-states';
import { makeAgency } from '../support/reports';
import { sql } from '../support/sql';
import { type SummarizedPeriod, storeSummarizedPeriod, storeVersionOf } from '../support/summaries';
import { asked, draftOf, entriesOf, frame, headOf, settings, summaryEvents } from '../support/summary-drafts';
import { codeOf, granted } from '../support/writing';

let period: SummarizedPeriod;
let reviewer: Actor;
let other: Actor;
let summaryId: string;

beforeAll(async () => {
  await setDemonstrationClock(now);
  reviewer = await makeAccount('reviewer');
  other = await makeAccount('coordinator');
});

beforeEach(async () => {
  period = await storeSummarizedPeriod();
  summaryId = await draftOf(period.planCode, reviewer);
});

const report = (index: number) => period.reports[index] as SummarizedPeriod['reports'][number];

async function passage() {
  const [entry] = await entriesOf(summaryId, reviewer);
  return { entryId: entry?.id ?? '', section: 'progress' as const, version: entry?.edits.progress?.version ?? 0 };
}

describe('the right to change a summary', () => {
  const commands = async (actor: Actor) => {
    const context = asked(actor);
    const order = { summaryId, orderVersion: 0 };
    return [
      makeSummary(
        { plan: period.planCode, quarter: (await headOf(summaryId, reviewer)).periodCode, ...settings, ...frame },
        context,
      ),
      saveSummaryFrame({ summaryId, version: 0, ...frame, title: '另一个标题' }, context),
      saveSummarySettings({ summaryId, version: 0, ...settings, withTable: false }, context),
      editPassage({ ...(await passage()), text: '改写' }, context),
      restorePassage(await passage(), context),
      moveUnit({ ...order, from: 2, to: 1 }, context),
      resetOrder(order, context),
      takeVersions({ summaryId }, context),
      addReports({ summaryId }, context),
      deleteSummary({ summaryId, changedAt: (await headOf(summaryId, reviewer)).changedAt }, context),
    ];
  };
  const stored = () =>
    sql(`SELECT s.*, (SELECT count(*) FROM "Event") AS events, (SELECT json_agg(e ORDER BY e.id) FROM "SummaryEntry" e
      WHERE e."summaryId" = s.id) AS entries FROM "Summary" s ORDER BY s.id`);

  test.each([
    ['leader', 'forbidden'],
    ['reporter', 'not-found'],
    ['approver', 'not-found'],
    ['system_administrator', 'not-found'],
    ['security_administrator', 'not-found'],
    ['auditor', 'not-found'],
  ] as const)('the role %s cannot change a summary', async (role, code) => {
    const isOfAgency = role === 'reporter' || role === 'approver';
    const actor = await makeAccount(role, isOfAgency ? await makeAgency() : null);
    const before = await stored();
    expect(new Set((await Promise.all(await commands(actor))).map(codeOf))).toEqual(new Set([code]));
    expect(await stored()).toEqual(before);
  });

  test('every change of a summary is recorded with its author', async () => {
    granted(await saveSummaryFrame({ summaryId, version: 0, ...frame, title: '新标题' }, asked(other)));
    granted(await saveSummarySettings({ summaryId, version: 1, ...settings, withTable: false }, asked(other)));
    granted(await editPassage({ ...(await passage()), text: '改写' }, asked(other)));
    granted(await restorePassage(await passage(), asked(other)));
    granted(await moveUnit({ summaryId, orderVersion: 0, from: 2, to: 1 }, asked(other)));
    granted(await resetOrder({ summaryId, orderVersion: 1 }, asked(other)));
    await storeVersionOf(report(0), 2);
    granted(await takeVersions({ summaryId }, asked(other)));
    await sql(`UPDATE "Report" SET status = 'accepted' WHERE id = $1`, [report(2).id]);
    granted(await addReports({ summaryId }, asked(other)));
    const events = await summaryEvents(summaryId);
    expect(events.map(({ name }) => name)).toEqual([
      'summary-made',
      'summary-frame-saved',
      'summary-settings-saved',
      'summary-passage-edited',
      'summary-passage-restored',
      'summary-unit-moved',
      'summary-order-reset',
      'summary-versions-taken',
      'summary-reports-added',
    ]);
    expect(events.map(({ accountId }) => accountId)).toEqual([reviewer.accountId, ...Array(8).fill(other.accountId)]);
    expect((await headOf(summaryId, reviewer)).changedBy).toBe(other.displayName);
  });

  test('a save of a summary that somebody else changed meanwhile is refused', async () => {
    granted(await saveSummaryFrame({ summaryId, version: 0, ...frame, title: '新标题' }, asked(other)));
    expect(codeOf(await saveSummaryFrame({ summaryId, version: 0, ...frame }, asked(reviewer)))).toBe('stale');
    expect(codeOf(await saveSummarySettings({ summaryId, version: 0, ...settings }, asked(reviewer)))).toBe('stale');
    expect((await headOf(summaryId, reviewer)).title).toBe('新标题');
  });
});
