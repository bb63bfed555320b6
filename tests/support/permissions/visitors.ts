import type { Role } from '@/lib/domain/authorization';
import { Visitor } from '../forms';
import type { Officer, OwnPortal } from '../own-portal';
import type { Sql } from '../sql';

/** The role of each visitor who has an account, and for which agency, office or offices it is held. */
const ties = {
  reporter: ['reporter', 'own'],
  approver: ['approver', 'own'],
  /** A reporter who has the approver's rights today. */
  deputy: ['reporter', 'own'],
  supporter: ['reporter', 'supporting'],
  /** Of an agency with a report of its own in the same plan. */
  neighbour: ['reporter', 'neighbour'],
  /** Of the agency above the own one. */
  superior: ['approver', 'superior'],
  otherReporter: ['reporter', 'other'],
  otherApprover: ['approver', 'other'],
  reviewer: ['reviewer', 'own'],
  coordinator: ['coordinator', 'own'],
  leader: ['leader', 'own'],
  otherReviewer: ['reviewer', 'other'],
  otherCoordinator: ['coordinator', 'other'],
  otherLeader: ['leader', 'other'],
  chiefReviewer: ['reviewer', 'all'],
  chiefCoordinator: ['coordinator', 'all'],
  chiefLeader: ['leader', 'all'],
  systemAdministrator: ['system_administrator', 'none'],
  securityAdministrator: ['security_administrator', 'none'],
  auditor: ['auditor', 'none'],
  /** Two accounts with every right of the division: one was closed while it was signed in, one has a one-time password. */
  closed: ['coordinator', 'all'],
  newcomer: ['coordinator', 'all'],
} as const satisfies Record<string, readonly [Role, string]>;

type AccountName = keyof typeof ties;
export type VisitorName = 'nobody' | AccountName;

const everyAccount = Object.keys(ties) as AccountName[];
export const visitorNames: readonly VisitorName[] = ['nobody', ...everyAccount];

/** Those who are as good as not signed in. */
export const isOutside = (name: VisitorName) => name === 'nobody' || name === 'closed' || name === 'newcomer';
const signedIn = everyAccount.filter((name) => !isOutside(name));

const agency = ['reporter', 'approver', 'deputy'] as const;
const office = ['reviewer', 'coordinator', 'leader', 'chiefReviewer', 'chiefCoordinator', 'chiefLeader'] as const;

/** Those whom a rule names together. */
export const who = {
  everybody: visitorNames,
  signedIn,
  administrators: ['systemAdministrator', 'securityAdministrator', 'auditor'],
  agencies: signedIn.filter((name) => ties[name][0] === 'reporter' || ties[name][0] === 'approver'),
  agency,
  division: signedIn.filter((name) => ['reviewer', 'coordinator', 'leader'].includes(ties[name][0])),
  office,
  /** The division's roles that act on reports, for the own office. */
  staff: ['reviewer', 'coordinator', 'chiefReviewer', 'chiefCoordinator'],
  /** Those who read what was filed: the agency, the one above it, and the office. */
  filedReaders: [...agency, 'superior', ...office],
  coordinators: ['coordinator', 'chiefCoordinator'],
  coordinatorsAnywhere: ['coordinator', 'chiefCoordinator', 'otherCoordinator'],
  withdrawers: ['coordinator', 'chiefCoordinator', 'leader', 'chiefLeader'],
} as const satisfies Record<string, readonly VisitorName[]>;

export type Visitors = Record<VisitorName, Visitor> & Record<AccountName, Officer>;

export const otherOffice = 'other';

/** Lets an account of the division hold its role for one office alone. */
async function holdFor({ accountId }: Officer, officeCode: string, { sql }: OwnPortal): Promise<void> {
  await sql('UPDATE "Account" SET "allOffices" = false WHERE id = $1', [accountId]);
  await sql('INSERT INTO "OfficeMember" ("officeId", "accountId") SELECT id, $2 FROM "Office" WHERE code = $1', [
    officeCode,
    accountId,
  ]);
}

export type AgencyNames = 'own' | 'supporting' | 'neighbour' | 'superior' | 'other';

/** Signs everybody in, for these agencies; both offices are there. */
export async function signInAll(portal: OwnPortal, agencies: Record<AgencyNames, string>): Promise<Visitors> {
  const visitors: Record<string, Visitor> = { nobody: new Visitor(portal.url, portal.origin) };
  for (const name of everyAccount) {
    const [role, place] = ties[name];
    const isOfAgency = role === 'reporter' || role === 'approver';
    const officer = await portal.signIn(role, isOfAgency ? agencies[place] : null);
    if (!isOfAgency && (place === 'own' || place === 'other')) {
      await holdFor(officer, place === 'own' ? 'tests' : otherOffice, portal);
    }
    visitors[name] = officer;
  }
  return visitors as Visitors;
}

/** Names the deputy, closes the closed account and gives the newcomer a one-time password. */
export async function settleAccounts({ approver, deputy, closed, newcomer }: Visitors, run: Sql): Promise<void> {
  await run(
    `INSERT INTO "ApproverDeputy" (id, "approverId", "deputyId", "fromOn", "untilOn")
     VALUES (gen_random_uuid(), $1, $2, portal_now()::date - 1, portal_now()::date + 5)`,
    [approver.accountId, deputy.accountId],
  );
  await run('UPDATE "Account" SET "closedAt" = now() WHERE id = $1', [closed.accountId]);
  await run('UPDATE "Account" SET "mustChangePassword" = true WHERE id = $1', [newcomer.accountId]);
}
