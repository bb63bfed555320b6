import { readFile } from 'node:fs/promises';
import { createAccount } from '@/lib/accounts/mutations';
import type { Actor, Role } from '@/lib/domain/authorization';
import { civilDateOf } from '@/lib/domain/calendar/civil-date';
import type { Result } from '@/lib/domain/refusal';
import { emptyEntry, noticeForm, publicByDefault } from '@/lib/domain/report/entry';
import { changesOfEntry } from '@/lib/domain/report/field-save';
import { sameOfEveryTask } from '@/lib/domain/review/publication';
import { type FilingContext, fileReport, saveReport, startReport } from '@/lib/filing/mutations';
import { proposePublications, publishReports } from '@/lib/publication/mutations';
import { acceptReport } from '@/lib/review/mutations';
import { db } from '@/lib/server/database/db';
import { findStoredReport } from '@/lib/server/database/stored-report';
import { sealSession, sessionCookieName } from '@/lib/server/session/session-cookie';
import { importNotice, noticeFile, setUpPortal } from '@/prisma/seed/portal';
import { sampleSections } from './sample-texts';

// Sets up a scratch portal as for real, with an account for each agency that is signed in already, and the first quarter
// published, so that the public pages have something to show. The periods of 2020 are past: an extension opens them.

export type Officer = { agencyId: string; accountId: string; cookie: string };
export type SeededPortal = { officers: Officer[]; coordinatorCookie: string };

const shownPeriodCode = '2020Q1';

function granted<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(`the bench was refused: ${result.refusal.code}`);
  return result.value;
}

async function storeAccount(userName: string, roles: Role[], agencyCode: string | null): Promise<Actor> {
  granted(await createAccount({ userName, displayName: userName, roles, agencyCode, password: 'Bench-2020-bench' }));
  const { id, displayName, agencyId } = await db.account.findUniqueOrThrow({ where: { userName } });
  return { accountId: id, displayName, roles, offices: 'all', agencyId };
}

async function signedIn({ accountId }: Actor): Promise<string> {
  const { id } = await db.session.create({ data: { accountId } });
  return `${sessionCookieName()}=${await sealSession(id)}`;
}

async function publishFirstPeriod(officer: Actor, coordinator: Actor, leader: Actor): Promise<void> {
  const { id } = await db.report.findFirstOrThrow({
    where: { agencyId: officer.agencyId as string, period: { code: shownPeriodCode } },
  });
  const nextYear = new Date(Date.now() + 365 * 86_400_000);
  await db.report.update({ where: { id }, data: { extendedDueOn: nextYear, extendedClosesAt: nextYear } });
  const now = new Date();
  const step = async (actor: Actor): Promise<FilingContext> => {
    const { version, contentVersion } = await db.report.findUniqueOrThrow({ where: { id } });
    return { actor, now, address: '', version, contentVersion };
  };
  granted(await startReport(id, await step(officer)));
  const stored = await findStoredReport(db, id);
  const changes = (stored?.entries ?? []).flatMap(({ taskId }, index) => {
    const content = { ...emptyEntry(noticeForm), ...sampleSections(index + 1), light: 'normal' };
    return changesOfEntry({ taskId, content, versions: {} });
  });
  granted(await saveReport(id, changes, await step(officer)));
  granted(await fileReport(id, await step(officer)));
  granted(await acceptReport(id, await step(coordinator)));
  const { version, ...proposing } = await step(coordinator);
  const tasks = sameOfEveryTask(stored?.entries ?? [], publicByDefault(noticeForm));
  granted(await proposePublications([{ reportId: id, version, tasks, reason: '' }], proposing));
  const seen = { reportId: id, version: version + 1 };
  granted(await publishReports([seen], civilDateOf(now), { ...proposing, actor: leader }));
}

process.once('message', async () => {
  await setUpPortal();
  await importNotice(await readFile(noticeFile, 'utf8'));
  const coordinator = await storeAccount('coordinator', ['coordinator'], null);
  const leader = await storeAccount('leader', ['leader'], null);
  const officers: Officer[] = [];
  for (const agency of await db.agency.findMany({ orderBy: { position: 'asc' } })) {
    const officer = await storeAccount(`agency${agency.code}`, ['reporter'], agency.code);
    await publishFirstPeriod(officer, coordinator, leader);
    officers.push({ agencyId: agency.id, accountId: officer.accountId, cookie: await signedIn(officer) });
  }
  process.send?.({ officers, coordinatorCookie: await signedIn(coordinator) } satisfies SeededPortal);
});
