import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { furnishDivision } from './division-desk';
import type { OwnPortal } from './own-portal';
import { agencyCodeOf, makeReport } from './reports';
import { root } from './source-files';

/** The visitors of the table; `other…` belongs to another agency or holds its role for another office. */
export const visitorNames = [
  'nobody',
  'reporter',
  'approver',
  'otherReporter',
  'reviewer',
  'coordinator',
  'leader',
  'otherReviewer',
  'otherCoordinator',
  'otherLeader',
  'chief',
  'system_administrator',
  'security_administrator',
  'auditor',
] as const;
export type VisitorName = (typeof visitorNames)[number];

const ownOffice = ['reviewer', 'coordinator', 'leader', 'chief'] as const;
const ownAgency = ['reporter', 'approver'] as const;

/** For whom a page opens; everybody else is redirected or finds nothing. */
const readers = {
  everybody: visitorNames,
  signedIn: visitorNames.filter((name) => name !== 'nobody'),
  agencies: [...ownAgency, 'otherReporter'],
  ownAgency,
  agencyAndOffice: [...ownAgency, ...ownOffice],
  division: [...ownOffice, 'otherReviewer', 'otherCoordinator', 'otherLeader'],
  ownOffice,
  coordinators: ['coordinator', 'otherCoordinator', 'chief'],
  chief: ['chief'],
  administrators: ['system_administrator', 'security_administrator', 'auditor'],
} as const satisfies Record<string, readonly VisitorName[]>;

export type PageRow = { address: string; opensFor: readonly VisitorName[] };

/** Pages that answer everybody with a redirect, or that other tests try for every visitor, by the file of the test. */
export const triedElsewhere: Readonly<Record<string, string>> = {
  '/desk': 'tests/e2e/review-roles.spec.ts',
  '/sign-out': 'tests/e2e/session-rules.spec.ts',
  '/messages/[messageId]': 'tests/e2e/chasing.spec.ts',
  '/filing/[reportId]/versions/[number]/export': 'tests/e2e/receipts.spec.ts',
  '/filing/[reportId]/versions/compare': 'tests/e2e/second-version.spec.ts',
  '/filing/contributions/[reportId]/[taskId]': 'tests/e2e/contributions.spec.ts',
  '/plans/imports/[importId]': 'tests/integration/plan-import.test.ts',
  '/plans/imports/[importId]/file': 'tests/integration/plan-import.test.ts',
  '/review/documents/[documentId]/file': 'tests/integration/document-list.test.ts',
  '/receipts/[number]': 'tests/e2e/receipts.spec.ts',
  '/tasks/[code]': 'tests/e2e/public.spec.ts',
  '/agencies/[code]': 'tests/e2e/public.spec.ts',
  '/api/calendar/[key]': 'tests/integration/calendar-subscription.test.ts',
  '/api/evidence': 'tests/e2e/evidence-access.spec.ts',
  '/api/evidence/[id]': 'tests/e2e/evidence-access.spec.ts',
  '/api/filing/reports/[reportId]/fields': 'tests/e2e/fields-route.spec.ts',
  '/api/live/reports/[reportId]': 'tests/e2e/live-access.spec.ts',
  '/api/live/reports/[reportId]/presence': 'tests/e2e/live-access.spec.ts',
  '/api/plans/imports': 'tests/integration/plan-import.test.ts',
  '/api/v1/[...path]': 'tests/integration/public-data.test.ts',
};

/** Every page and route of the application as it has them: "/review/[reportId]". */
export const everyRoute = readdirSync(path.join(root, 'app'), { recursive: true, encoding: 'utf8' })
  .filter((file) => /(^|\/)(page\.tsx|route\.ts)$/.test(file))
  .map((file) => `/${path.posix.dirname(file.split(path.sep).join('/')).replace(/\((\w+)\)\/?/g, '')}`)
  .map((route) => route.replace(/\/\.$|\/$/, '') || '/')
  .toSorted();

/** The tests that are named for pages and are not there. */
export const missingTests = () =>
  [...new Set(Object.values(triedElsewhere))].filter((file) => !existsSync(path.join(root, file)));

const fixed: Readonly<Record<string, readonly VisitorName[]>> = {
  '/': readers.everybody,
  '/notice': readers.everybody,
  '/deadlines': readers.everybody,
  '/agencies': readers.everybody,
  '/tasks': readers.everybody,
  '/receipts': readers.everybody,
  '/site-map': readers.everybody,
  '/sign-in': readers.everybody,
  '/demonstration/clock': readers.everybody,
  '/api/health': readers.everybody,
  '/api/health/live': readers.everybody,
  '/api/v1/plans': readers.everybody,
  '/account/channels': readers.signedIn,
  '/account/password': readers.signedIn,
  '/messages': readers.signedIn,
  '/admin': readers.administrators,
  '/filing': readers.agencies,
  '/filing/calendar': readers.agencies,
  '/filing/officers': readers.agencies,
  '/calendar': readers.division,
  '/plans': readers.division,
  '/plans/offices': readers.division,
  '/plans/imports/new': readers.coordinators,
  '/register': readers.division,
  '/register/groups': readers.division,
  '/register/file': readers.division,
  '/register/export': readers.division,
  '/register/new': readers.coordinators,
};

/** Pages of the division about one thing, which is of its office; all others of /review are lists of the reader's own. */
const isOfOneOffice = (pattern: string) => /\[(reportId|summaryId|agencyCode)\]/.test(pattern);

/** Stores data for every page, and gives an address of each with those for whom it opens. */
export async function furnishPages(portal: OwnPortal, agencyId: string): Promise<Record<string, PageRow>> {
  const run = portal.sql;
  const division = await furnishDivision(portal);
  const draft = await makeReport({ status: 'draft', agencyId, run });
  const filed = await makeReport({ status: 'filed', agencyId, run });
  await run(
    'INSERT INTO "PlanAgency" ("planId", "agencyId", number, position) SELECT l.id, $1, \'1\', 1 FROM "Plan" l',
    [agencyId],
  ).catch(() => undefined);
  const row = (address: string, opensFor: readonly VisitorName[]): PageRow => ({ address, opensFor });
  const plan = `/plans/${draft.planCode}`;
  return {
    ...Object.fromEntries(Object.entries(fixed).map(([address, opensFor]) => [address, row(address, opensFor)])),
    ...Object.fromEntries(
      Object.entries(division).map(([pattern, address]) => [
        pattern,
        row(address, isOfOneOffice(pattern) ? readers.ownOffice : readers.division),
      ]),
    ),
    '/filing/[reportId]': row(`/filing/${draft.id}`, readers.ownAgency),
    '/filing/[reportId]/check': row(`/filing/${draft.id}/check`, readers.ownAgency),
    '/filing/[reportId]/extension': row(`/filing/${draft.id}/extension`, readers.ownAgency),
    '/filing/[reportId]/versions/[number]': row(`/filing/${filed.id}/versions/1`, readers.agencyAndOffice),
    '/filing/[reportId]/versions/[number]/receipt': row(
      `/filing/${filed.id}/versions/1/receipt`,
      readers.agencyAndOffice,
    ),
    '/filing/[reportId]/versions/[number]/document': row(
      `/filing/${filed.id}/versions/1/document`,
      readers.agencyAndOffice,
    ),
    '/review/summaries/[summaryId]/export': row(
      `${division['/review/summaries/[summaryId]']}/export`,
      readers.ownOffice,
    ),
    '/plans/[code]': row(plan, readers.ownOffice),
    '/plans/[code]/agencies': row(`${plan}/agencies`, readers.ownOffice),
    '/plans/[code]/export': row(`${plan}/export`, readers.ownOffice),
    '/plans/offices/[code]': row('/plans/offices/tests', readers.chief),
    '/register/agencies/[code]': row(`/register/agencies/${agencyCodeOf(agencyId)}`, readers.division),
    '/register/agencies/[code]/end': row(`/register/agencies/${agencyCodeOf(agencyId)}/end`, ['coordinator', 'chief']),
    '/calendar/[year]': row('/calendar/2020', readers.division),
    '/api/live/review': row('/api/live/review?once', readers.division),
    '/api/live/review/[reportId]': row(`/api/live/review/${filed.id}?once`, readers.ownOffice),
    '/api/v1/deadlines/[quarter]': row('/api/v1/deadlines/2020Q1', readers.everybody),
    '/api/v1/plans/[plan]': row(`/api/v1/plans/${draft.planCode}`, readers.everybody),
    '/api/v1/plans/[plan]/agencies': row(`/api/v1/plans/${draft.planCode}/agencies`, readers.everybody),
    '/api/v1/plans/[plan]/periods': row(`/api/v1/plans/${draft.planCode}/periods`, readers.everybody),
    '/api/v1/plans/[plan]/tasks': row(`/api/v1/plans/${draft.planCode}/tasks`, readers.everybody),
  };
}
