import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { countPendingContributions, listContributions, listSupportedTasks } from '@/lib/contributions/data';
import { contribute, decideContribution, withdrawContribution } from '@/lib/contributions/mutations';
import { type Actor, scopeOf } from '@/lib/domain/authorization';
import { fileReport, saveReport } from '@/lib/filing/mutations';
import { makeAccount } from '../support/accounts';
import { setDemonstrationClock } from '../support/clock';
import { makeSupport } from '../support/contributions';
import { now } from '../support/report-states';
import { type MadeReport, makeAgency, makeReport } from '../support/reports';
import { one, sql } from '../support/sql';
import { by, codeOf, eventNamesOf, eventsOf, expectRefused, granted, storedReport } from '../support/writing';

let report: MadeReport;
let lead: Actor;
let supporter: Actor;
let taskId: string;

const text = '配合完成企业调研三家。';
const offer = () => ({ taskId, section: 'progress' as const, text });
const offered = async () => (await listContributions(scopeOf(lead), report.id)).map(({ id }) => id)[0] ?? '';
const seenBy = async (actor: Actor) => (await listSupportedTasks(scopeOf(actor), now))[0];

beforeAll(() => setDemonstrationClock(now));

beforeEach(async () => {
  report = await makeReport();
  taskId = report.taskIds[0] ?? '';
  lead = await makeAccount('reporter', report.agencyId);
  const agencyId = await makeAgency();
  await makeSupport(taskId, agencyId);
  supporter = await makeAccount('reporter', agencyId);
});

describe('a supporting agency', () => {
  test('a supporting agency offers a text for a task, which does not make the version of the report outdated', async () => {
    granted(await contribute(report.id, offer(), by(supporter, 3)));
    expect(await storedReport(report.id)).toMatchObject({ version: 7, contentVersion: 0, status: 'draft' });
    expect(await listContributions(scopeOf(lead), report.id)).toMatchObject([
      { taskId, section: 'progress', text, writtenBy: supporter.displayName, outcome: null },
    ]);
    const [event] = await eventsOf(report.id);
    expect(event).toMatchObject({ name: 'contribution-added', accountId: supporter.accountId });
    expect(JSON.stringify(event)).not.toContain(text);
    granted(await fileReport(report.id, by(lead, 7)));
  });

  test('offers of the supporting agency and saves of the lead agency at the same time all succeed', async () => {
    const save = (content: string) =>
      saveReport(report.id, [{ taskId, field: 'progress', version: 0, content }], by(lead, 7));
    const results = await Promise.all(
      [1, 2, 3].flatMap((turn) => [contribute(report.id, offer(), by(supporter, 7)), save(`第${turn}稿`)]),
    );
    expect(results.map(codeOf)).toEqual(Array(6).fill(null));
    expect(await listContributions(scopeOf(lead), report.id)).toHaveLength(3);
  });

  test('an offer for a task that the agency does not support, or for another report, is not found', async () => {
    const other = { ...offer(), taskId: report.taskIds[1] ?? '' };
    await expectRefused(report.id, 'not-found', () => contribute(report.id, other, by(supporter, 7)));
    const elsewhere = await makeReport();
    await expectRefused(elsewhere.id, 'not-found', () => contribute(elsewhere.id, offer(), by(supporter, 7)));
    const stranger = await makeAccount('reporter', elsewhere.agencyId);
    await expectRefused(report.id, 'not-found', () => contribute(report.id, offer(), by(stranger, 7)));
  });

  test.each(['awaiting_sign_off', 'filed', 'accepted'] as const)(
    'an offer for a report that is %s is refused without naming the status',
    async (status) => {
      const closed = await makeReport({ status });
      await makeSupport(closed.taskIds[0] ?? '', supporter.agencyId ?? '');
      const given = { ...offer(), taskId: closed.taskIds[0] ?? '' };
      const result = await contribute(closed.id, given, by(supporter, 7));
      expect(result).toEqual({ ok: false, refusal: { code: 'contributions-closed' } });
      const task = (await listSupportedTasks(scopeOf(supporter), now)).find(({ reportId }) => reportId === closed.id);
      expect(task?.isOpen).toBe(false);
    },
  );

  test('a supporting agency withdraws its own undecided offer, and nobody else can', async () => {
    granted(await contribute(report.id, offer(), by(supporter, 7)));
    const id = await offered();
    const rival = await makeAccount('reporter', await makeAgency());
    await makeSupport(taskId, rival.agencyId ?? '');
    await expectRefused(report.id, 'not-found', () => withdrawContribution(report.id, id, by(rival, 7)));
    await expectRefused(report.id, 'not-found', () => withdrawContribution(report.id, id, by(lead, 7)));
    granted(await withdrawContribution(report.id, id, by(supporter, 7)));
    expect(await listContributions(scopeOf(lead), report.id)).toEqual([]);
    expect(await eventNamesOf(report.id)).toEqual(['contribution-added', 'contribution-withdrawn']);
    await expectRefused(report.id, 'not-found', () => withdrawContribution(report.id, id, by(supporter, 7)));
  });

  test('a supporting agency sees only its own offers and the last day in force, nothing else of the report', async () => {
    await sql(
      `UPDATE "Report" SET "extendedDueOn" = '2020-04-20', "extendedClosesAt" = '2020-04-20T16:00:00Z' WHERE id = $1`,
      [report.id],
    );
    const rival = await makeAccount('approver', await makeAgency());
    await makeSupport(taskId, rival.agencyId ?? '');
    granted(await contribute(report.id, { ...offer(), text: '另一单位的文字' }, by(rival, 7)));
    granted(await contribute(report.id, offer(), by(supporter, 7)));
    const task = await seenBy(supporter);
    expect(Object.keys(task ?? {}).toSorted()).toEqual([
      'contributions',
      'dueOn',
      'form',
      'isOpen',
      'leadAgency',
      'periodCode',
      'provisional',
      'reportId',
      'rule',
      'taskCode',
      'taskId',
      'taskText',
    ]);
    expect(task).toMatchObject({ dueOn: '2020-04-20', isOpen: true });
    expect(task?.contributions.map((each) => each.text)).toEqual([text]);
    expect(await listContributions(scopeOf(supporter), report.id)).toEqual([]);
    expect(await listContributions(scopeOf(await makeAccount('reviewer')), report.id)).toEqual([]);
    expect(await seenBy(await makeAccount('reviewer'))).toBeUndefined();
    expect(await seenBy(lead)).toBeUndefined();
  });
});

describe('the lead agency', () => {
  beforeEach(async () => {
    granted(await contribute(report.id, offer(), by(supporter, 7)));
  });

  test.each(['taken', 'left_out'] as const)(
    'an offer is decided once as %s, and the supporting agency sees the outcome without a name',
    async (outcome) => {
      const contributionId = await offered();
      expect(await countPendingContributions(scopeOf(lead))).toMatchObject([{ reportId: report.id, count: 1 }]);
      granted(await decideContribution(report.id, { contributionId, outcome }, by(lead, 7)));
      expect(await countPendingContributions(scopeOf(lead))).toEqual([]);
      expect(await listContributions(scopeOf(lead), report.id)).toMatchObject([
        { outcome, decidedBy: lead.displayName },
      ]);
      const [seen] = (await seenBy(supporter))?.contributions ?? [];
      expect(seen).toMatchObject({ outcome });
      expect(JSON.stringify(seen)).not.toContain(lead.displayName);
      const again = { contributionId, outcome: 'taken' as const };
      await expectRefused(report.id, 'contribution-decided', () => decideContribution(report.id, again, by(lead, 7)));
      await expectRefused(report.id, 'contribution-decided', () =>
        withdrawContribution(report.id, contributionId, by(supporter, 7)),
      );
    },
  );

  test('only the lead agency decides on an offer', async () => {
    const decision = { contributionId: await offered(), outcome: 'taken' as const };
    await expectRefused(report.id, 'not-found', () => decideContribution(report.id, decision, by(supporter, 7)));
    const stranger = await makeAccount('approver', await makeAgency());
    await expectRefused(report.id, 'not-found', () => decideContribution(report.id, decision, by(stranger, 7)));
    const reviewer = await makeAccount('reviewer');
    await expectRefused(report.id, 'forbidden', () => decideContribution(report.id, decision, by(reviewer, 7)));
  });

  test('if the decision on an offer and its withdrawal meet, one succeeds and the other is refused', async () => {
    for (let round = 0; round < 15; round += 1) {
      const contributionId = await offered();
      const results = await Promise.all([
        decideContribution(report.id, { contributionId, outcome: 'taken' }, by(lead, 7)),
        withdrawContribution(report.id, contributionId, by(supporter, 7)),
      ]);
      expect(results.filter((result) => result.ok)).toHaveLength(1);
      const lost = results.flatMap((result) => codeOf(result) ?? []);
      expect(['contribution-decided', 'not-found']).toContain(lost[0]);
      await sql('DELETE FROM "Contribution" WHERE "reportId" = $1', [report.id]);
      granted(await contribute(report.id, offer(), by(supporter, 7)));
    }
  });

  test('a filed version has only the text of the lead agency, not the offers of others', async () => {
    granted(await fileReport(report.id, by(lead, 7)));
    const { snapshot } = await one<{ snapshot: unknown }>('SELECT snapshot FROM "FiledVersion" WHERE "reportId" = $1', [
      report.id,
    ]);
    expect(JSON.stringify(snapshot)).not.toContain(text);
  });
});
