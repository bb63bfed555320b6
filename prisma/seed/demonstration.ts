import { readFile } from 'node:fs/promises';
import { createAccount } from '@/lib/accounts/mutations';
import { nameDeputy } from '@/lib/accounts/officers/deputies/mutations';
import { assignAgencies } from '@/lib/assignment/mutations';
import { contribute } from '@/lib/contributions/mutations';
import { demonstrationAccounts } from '@/lib/demonstration/demonstration-accounts';
import { setClock, setUpPortal } from '@/lib/demonstration/mutations';
import type { Actor } from '@/lib/domain/authorization';
import { civilDate, civilDateOf } from '@/lib/domain/calendar/civil-date';
import type { Result } from '@/lib/domain/refusal';
import { noticeForm, publicByDefault, type Section } from '@/lib/domain/report/entry';
import { changesOfEntry } from '@/lib/domain/report/field-save';
import { sameOfEveryTask } from '@/lib/domain/review/publication';
import { type FilingContext, fileReport, requestSignOff, saveReport, startReport } from '@/lib/filing/mutations';
import { setLateFiling } from '@/lib/late-filing/mutations';
import { setSignOff, setSupportingAgencies } from '@/lib/plans/mutations';
import { getProposable } from '@/lib/publication/desk/data';
import { proposePublications, publishReports } from '@/lib/publication/mutations';
import { acceptReport, beginReview, returnReport } from '@/lib/review/mutations';
import { remark } from '@/lib/review/remarks/mutations';
import { findActor } from '@/lib/server/database/account-actor';
import { db } from '@/lib/server/database/db';
import { findStoredReport } from '@/lib/server/database/stored-report';
import {
  sampleAgencyRemark,
  sampleContribution,
  sampleCorrectionReason,
  sampleEntry,
  sampleInternalRemark,
  sampleReturnReason,
  sampleSectionReason,
} from './demonstration-texts';
import { addDistricts, issueDistrictPlan, makeDataOffice } from './district-plan';
import { importNotice, noticeFile } from './portal';
import { addSampleEvidence } from './sample-evidence';

/** Points in time of the demonstration, in China time; a visitor starts at the last one. */
const moments = {
  filing: new Date('2020-04-01T10:00:00+08:00'),
  review: new Date('2020-04-01T15:00:00+08:00'),
  publication: new Date('2020-04-01T16:30:00+08:00'),
  opening: new Date('2020-04-02T09:00:00+08:00'),
};

const shownPeriodCode = '2020Q1';
const filedBy = ['02', '05', '07', '09', '11', '14'];
const signOffAgency = '03';
const returnedAgency = '05';
const underReviewAgency = '14';
const publishedAgency = '09';
const lateFilingAgency = '15';

/** The notice names no supporting agencies: these are samples, as the page of each task says. */
const supported = [
  { leadAgency: '04', supportingAgency: '16' },
  { leadAgency: '08', supportingAgency: '06' },
];

function granted<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(`the demonstration was refused: ${result.refusal.code}`);
  return result.value;
}

async function actorOf(userName: string): Promise<Actor> {
  const actor = await findActor({ userName });
  if (!actor) throw new Error(`the demonstration has no account ${userName}`);
  return actor;
}

/** The actor, time and report of one step. The version is read again for each step, as a page would do. */
async function stepOf(userName: string, agencyCode: string, now: Date): Promise<[string, FilingContext]> {
  const { id, ...seen } = await db.report.findFirstOrThrow({
    where: { agency: { code: agencyCode }, period: { code: shownPeriodCode } },
    select: { id: true, version: true, contentVersion: true },
  });
  return [id, { actor: await actorOf(userName), now, address: '', ...seen }];
}

async function fillIn(agencyCode: string): Promise<void> {
  const officer = `agency${agencyCode}`;
  granted(await startReport(...(await stepOf(officer, agencyCode, moments.filing))));
  const [reportId, context] = await stepOf(officer, agencyCode, moments.filing);
  const stored = await findStoredReport(db, reportId);
  const changes = (stored?.entries ?? []).flatMap(({ taskId, taskText }, index) =>
    changesOfEntry({ taskId, content: sampleEntry(taskText, index), versions: {} }),
  );
  granted(await saveReport(reportId, changes, context));
  const [first] = stored?.entries ?? [];
  if (agencyCode === underReviewAgency && first) granted(await addSampleEvidence(reportId, first.taskId, context));
}

async function fileSamples(): Promise<void> {
  granted(await setClock(moments.filing));
  for (const agencyCode of filedBy) {
    await fillIn(agencyCode);
    granted(await fileReport(...(await stepOf(`agency${agencyCode}`, agencyCode, moments.filing))));
  }
  await fillIn(signOffAgency);
  granted(await requestSignOff(...(await stepOf(`agency${signOffAgency}`, signOffAgency, moments.filing))));
}

/** The first task of two agencies is supported by another one, and one of these has offered something. */
async function supportSamples(): Promise<void> {
  for (const { leadAgency, supportingAgency } of supported) {
    const { id: taskId, code } = await db.task.findFirstOrThrow({
      where: { leads: { some: { agency: { code: leadAgency } } } },
      orderBy: { position: 'asc' },
      select: { id: true, code: true },
    });
    granted(await setSupportingAgencies(code, [supportingAgency]));
    if (leadAgency !== supported[0]?.leadAgency) continue;
    const [reportId, context] = await stepOf(`agency${supportingAgency}`, leadAgency, moments.filing);
    granted(await contribute(reportId, { taskId, section: 'progress', text: sampleContribution }, context));
  }
}

async function reviewSamples(): Promise<void> {
  granted(await setClock(moments.review));
  granted(await beginReview(...(await stepOf('reviewer', underReviewAgency, moments.review))));
  const [reportId, context] = await stepOf('reviewer', returnedAgency, moments.review);
  const stored = await findStoredReport(db, reportId);
  const reasons = (stored?.entries ?? []).slice(0, 1).flatMap(({ taskId }) => [
    { taskId, section: null, text: sampleReturnReason },
    { taskId, section: 'results' as const, text: sampleSectionReason },
  ]);
  const decision = { reasons, returnDueOn: civilDate('2020-04-08') };
  granted(await returnReport(reportId, decision, context));
  granted(await acceptReport(...(await stepOf('reviewer', publishedAgency, moments.review))));
}

/** One agency may file after the deadline, and one approver will be away later in the month. */
async function prepareWaysOut(): Promise<void> {
  const [reportId, coordinator] = await stepOf('coordinator', lateFilingAgency, moments.review);
  granted(await setLateFiling({ reports: [reportId], isOpen: true }, coordinator));
  const [, approver] = await stepOf(`approver${signOffAgency}`, signOffAgency, moments.review);
  const { accountId: deputyId } = await actorOf(`agency${signOffAgency}`);
  const days = { fromOn: civilDate('2020-04-20'), untilOn: civilDate('2020-04-24') };
  granted(await nameDeputy({ approverId: approver.actor.accountId, deputyId, ...days }, approver));
}

/**
 * Assigns the first half of the annex to the reviewer and the second half to the coordinator, and adds sample remarks.
 */
async function divideSamples(): Promise<void> {
  const agencies = await db.agency.findMany({
    where: { numbers: { some: { plan: { code: '2020' } } } },
    orderBy: { position: 'asc' },
    select: { id: true },
  });
  const [, { actor, now, address }] = await stepOf('coordinator', underReviewAgency, moments.review);
  const halves = [
    { reader: 'reviewer', of: agencies.slice(0, agencies.length / 2) },
    { reader: 'coordinator', of: agencies.slice(agencies.length / 2) },
  ];
  for (const { reader, of } of halves) {
    const { accountId: reviewerId } = await actorOf(reader);
    granted(
      await assignAgencies({ plan: '2020', agencyIds: of.map(({ id }) => id), reviewerId }, { actor, now, address }),
    );
  }
  const [reportId, context] = await stepOf('reviewer', underReviewAgency, moments.review);
  const stored = await findStoredReport(db, reportId);
  const taskId = stored?.entries[0]?.taskId ?? '';
  const remarks = [
    { section: 'progress' as const, audience: 'division' as const, text: sampleInternalRemark },
    { section: 'results' as const, audience: 'agency' as const, text: sampleAgencyRemark },
  ];
  for (const each of remarks) granted(await remark(reportId, { taskId, ...each }, context));
}

async function proposeSample(sections: readonly Section[], reason = ''): Promise<void> {
  const [reportId, { version, ...context }] = await stepOf('coordinator', publishedAgency, moments.publication);
  const entries = (await getProposable(reportId))?.entries ?? [];
  granted(
    await proposePublications([{ reportId, version, tasks: sameOfEveryTask(entries, sections), reason }], context),
  );
}

/** The coordinator proposes and the reviewer confirms; a correction waits for whoever looks at the demonstration. */
async function publishSample(): Promise<void> {
  granted(await setClock(moments.publication));
  await proposeSample(publicByDefault(noticeForm));
  const [reportId, { version, ...context }] = await stepOf('reviewer', publishedAgency, moments.publication);
  granted(await publishReports([{ reportId, version }], civilDateOf(moments.publication), context));
  await proposeSample([...publicByDefault(noticeForm), 'nextSteps'], sampleCorrectionReason);
}

type Choice = (account: (typeof demonstrationAccounts)[number]) => boolean;

async function makeAccounts(isMeant: Choice): Promise<void> {
  for (const account of demonstrationAccounts.filter(isMeant)) granted(await createAccount(account));
}

/** Sets up a demonstration in an empty database: the notice's plan and a second one of another office, accounts for every
 * role, and sample reports. */
export async function setUpDemonstration(): Promise<void> {
  await setUpPortal('demonstration');
  await importNotice(await readFile(noticeFile, 'utf8'));
  await makeDataOffice();
  await makeAccounts(({ agencyCode }) => agencyCode === null);
  const coordinator = await actorOf('data-coordinator');
  await addDistricts(coordinator);
  await makeAccounts(({ agencyCode }) => agencyCode !== null);
  await issueDistrictPlan(coordinator);
  await setSignOff(signOffAgency, true);
  await fileSamples();
  await supportSamples();
  await reviewSamples();
  await divideSamples();
  await prepareWaysOut();
  await publishSample();
  granted(await setClock(moments.opening));
}
