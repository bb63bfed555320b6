import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { listAgencyOfficers } from '@/lib/accounts/officers/data';
import { switchSignOff } from '@/lib/accounts/officers/mutations';
import { listReviewers } from '@/lib/assignment/data';
import { listAllUnfiled, listUnfiled } from '@/lib/chasing/data';
import { setChasingSchedule } from '@/lib/chasing/mutations';
import { askForDocument } from '@/lib/documents/mutations';
import { type Actor, type DivisionScope, scopeOf } from '@/lib/domain/authorization';
import { periodCode } from '@/lib/domain/calendar/period';
import { defaultSchedule } from '@/lib/domain/chasing/chasing';
import { noticeForm, sectionsOf } from '@/lib/domain/report/entry';
import { countPendingExtensions } from '@/lib/extensions/decision/data';
import { getFields, getFiledVersion } from '@/lib/filing/data';
import { setLateFiling } from '@/lib/late-filing/mutations';
import { getReportOwner } from '@/lib/live/data';
import { notifyOfEvents } from '@/lib/notifications/pending/job';
import { getPlans } from '@/lib/plans/data';
import { listFiledVersions } from '@/lib/receipts/data';
import { listReports } from '@/lib/review/data';
import { acceptReport } from '@/lib/review/mutations';
import { countByPeriod } from '@/lib/statistics/data';
import { makeSummary } from '@/lib/summaries/mutations';
import { makeAccount } from '../support/accounts';
import { setDemonstrationClock } from '../support/clock';
import { now } from '../support/report-states';
import { type MadeReport, makeReport } from '../support/reports';
import { sql } from '../support/sql';
import { by, codeOf, granted, storedReport } from '../support/writing';

type Office = { id: string; filed: MadeReport; draft: MadeReport };
let ours: Office;
let theirs: Office;
let coordinator: Actor;
let reviewer: Actor;

/** An office with a filed report and one that is being written, each of a plan of its own. */
async function makeOfficeWithReports(code: string): Promise<Office> {
  const [id, filed, draft] = [
    randomUUID(),
    await makeReport({ status: 'filed' }),
    await makeReport({ status: 'draft', extensionPending: true }),
  ];
  await sql('INSERT INTO "Office" (id, code, name) VALUES ($1, $2, $2)', [id, code]);
  for (const { planCode, agencyId } of [filed, draft]) {
    await sql('UPDATE "Plan" SET "officeId" = $2 WHERE code = $1', [planCode, id]);
    await sql(
      `INSERT INTO "PlanAgency" ("planId", "agencyId", number, position) SELECT id, $2, '1', 1 FROM "Plan" WHERE code = $1
       ON CONFLICT DO NOTHING`,
      [planCode, agencyId],
    );
  }
  return { id, filed, draft };
}

async function memberOf(role: 'coordinator' | 'reviewer' | 'leader', office: Office): Promise<Actor> {
  const account = await makeAccount(role);
  await sql('UPDATE "Account" SET "allOffices" = false WHERE id = $1', [account.accountId]);
  await sql('INSERT INTO "OfficeMember" ("officeId", "accountId") VALUES ($1, $2)', [office.id, account.accountId]);
  return { ...account, offices: [office.id] };
}

const scope = () => scopeOf(coordinator) as DivisionScope;
const ask = (actor: Actor) => ({ actor, now, address: '' });
const place = ({ planCode }: MadeReport) => ({ plan: planCode, periodCode: periodCode('2020Q1') });

beforeAll(async () => {
  await setDemonstrationClock(now);
  [ours, theirs] = [await makeOfficeWithReports('ours'), await makeOfficeWithReports('theirs')];
  coordinator = await memberOf('coordinator', ours);
  reviewer = await memberOf('reviewer', ours);
});

describe('an account of one office reads its own plans alone', () => {
  test('in the choice of a plan, and in the lists and counts of reports', async () => {
    const { plans, plan } = await getPlans(scope(), theirs.filed.planCode);
    expect(plans.map(({ code }) => code).toSorted()).toEqual([ours.draft.planCode, ours.filed.planCode].toSorted());
    expect(plan?.code).not.toBe(theirs.filed.planCode);
    const listed = async ({ planCode }: MadeReport) => {
      const filter = { planCode, periodCode: null, status: null, search: '', now };
      return (await listReports(scope(), filter, { number: 1, size: 9 })).total;
    };
    expect([await listed(ours.filed), await listed(theirs.filed)]).toEqual([1, 0]);
    expect(await countPendingExtensions(scope())).toBe(1);
    const counted = (await countByPeriod(scope(), now)).map(({ planCode }) => planCode);
    expect(counted.toSorted()).toEqual([ours.draft.planCode, ours.filed.planCode].toSorted());
  });

  test('in what is filed, written and watched', async () => {
    const seen = async (report: MadeReport) => [
      (await getFiledVersion(scope(), report.id, 1)) !== null,
      (await getFields(scope(), report.id)) !== null,
      (await listFiledVersions(scope(), report.id)) !== null,
      (await getReportOwner(scope(), report.id)) !== null,
    ];
    expect(await seen(ours.filed)).toEqual([true, true, true, true]);
    expect(await seen(theirs.filed)).toEqual([false, false, false, false]);
  });

  test('in chasing, officers and reviewers', async () => {
    const page = { number: 1, size: 9 };
    const chased = async (report: MadeReport) => [
      (await listUnfiled(scope(), { ...place(report), named: [] }, page)).total,
      (await listAllUnfiled(scope(), place(report))).length,
    ];
    expect([await chased(ours.draft), await chased(theirs.draft)]).toEqual([
      [1, 1],
      [0, 0],
    ]);
    const { total } = await listAgencyOfficers(scope(), { search: '', page: 1, size: 99 });
    expect(total).toBe(2);
    await memberOf('reviewer', theirs);
    expect((await listReviewers(scope(), ours.filed.planCode)).map(({ id }) => id).toSorted()).toEqual(
      [coordinator.accountId, reviewer.accountId].toSorted(),
    );
  });
});

describe('an account of one office changes nothing of another', () => {
  test('on reports: they are not found, as those of another agency are to an officer', async () => {
    const { version } = await storedReport(theirs.filed.id);
    expect(codeOf(await acceptReport(theirs.filed.id, by(reviewer, version)))).toBe('not-found');
    expect(codeOf(await setLateFiling({ reports: [theirs.draft.id], isOpen: true }, ask(coordinator)))).toBe(
      'not-found',
    );
    expect(codeOf(await setLateFiling({ reports: place(theirs.draft), isOpen: true }, ask(coordinator)))).toBe(
      'not-found',
    );
    granted(await setLateFiling({ reports: [ours.draft.id], isOpen: true }, ask(coordinator)));
  });

  test('on plans, documents, summaries and officers', async () => {
    const schedule = [...defaultSchedule];
    expect(codeOf(await setChasingSchedule({ plan: theirs.filed.planCode, schedule }, ask(coordinator)))).toBe(
      'not-found',
    );
    const period = { periodCode: periodCode('2020Q1'), year: null };
    const wanted = { kind: 'ledger', plan: theirs.filed.planCode, period } as const;
    expect(codeOf(await askForDocument(wanted, ask(reviewer)))).toBe('not-found');
    const draft = {
      ...{ arrangement: 'by_agency' as const, chosen: sectionsOf(noticeForm), includesFiled: true, withTable: false },
      ...{ title: '汇总', introduction: '', closing: '', signedOn: '2020-04-08' as never },
    };
    const made = { plan: theirs.filed.planCode, quarter: periodCode('2020Q1'), ...draft };
    expect(codeOf(await makeSummary(made, ask(reviewer)))).toBe('not-found');
    const { agencyId } = theirs.draft;
    const onBehalf = { actor: coordinator, address: '', agencyId, reason: '代办' };
    expect(codeOf(await switchSignOff(true, onBehalf))).toBe('not-found');
  });
});

test('a request for an extension is told to the coordinators of the plan’s office alone', async () => {
  const other = await memberOf('coordinator', theirs);
  await sql(
    `INSERT INTO "Event" (name, "reportId", detail) VALUES ('extension-requested', $1, '{"proposedOn":"2020-04-08"}')`,
    [ours.draft.id],
  );
  await notifyOfEvents();
  const notified = await sql<{ accountId: string }>(
    `SELECT n."accountId" FROM "Notification" n WHERE n."reportId" = $1 AND n."accountId" = ANY($2)`,
    [ours.draft.id, [coordinator.accountId, reviewer.accountId, other.accountId]],
  );
  expect(notified.map(({ accountId }) => accountId)).toEqual([coordinator.accountId]);
});

test('a filed report is told to the reviewers of the plan’s office alone', async () => {
  const other = await memberOf('reviewer', theirs);
  await sql(`INSERT INTO "Event" (name, "reportId", detail) VALUES ('report-filed', $1, '{"version":1}')`, [
    ours.filed.id,
  ]);
  await notifyOfEvents();
  const notified = await sql<{ accountId: string }>(
    `SELECT n."accountId" FROM "Notification" n WHERE n."reportId" = $1 AND n."accountId" = ANY($2)`,
    [ours.filed.id, [coordinator.accountId, reviewer.accountId, other.accountId]],
  );
  expect(notified.map(({ accountId }) => accountId)).toEqual([reviewer.accountId]);
});

test('an agency reads the filed versions of the agencies below it, at every level, and nothing that they write', async () => {
  const parent = await makeReport();
  await sql('UPDATE "Agency" SET "parentId" = $2 WHERE id = $1', [ours.filed.agencyId, parent.agencyId]);
  const above = { ...(await makeAccount('approver', parent.agencyId)), below: [ours.filed.agencyId] };
  const own = scopeOf(above);
  expect(await getFiledVersion(own, ours.filed.id, 1)).not.toBeNull();
  expect(await getFields(own, ours.filed.id)).toBeNull();
  expect(await getFiledVersion(own, theirs.filed.id, 1)).toBeNull();
  const { version } = await storedReport(ours.filed.id);
  expect(codeOf(await acceptReport(ours.filed.id, by(above, version)))).toBe('not-found');
});
