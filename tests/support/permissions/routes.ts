import { agencyCodeOf } from '../reports';
import { calendarKey, type Scene } from './scene';
import { isOutside, type VisitorName, who } from './visitors';

/**
 * The answers of a page or a route: a status, or the address to which it redirects. It says `opens` to those named, and
 * sends nobody who is signed out further than to the sign-in.
 */
export type RouteRule = {
  at: string | ((scene: Scene) => string);
  for: readonly VisitorName[];
  /** The answer to those for whom it is. */
  opens: string;
  /** The answer to everybody else, and to whoever is not signed in. */
  others: string | ((name: VisitorName) => string);
  signedOut: string;
  /** The answer to whoever has to change the password first, where it is not the page for that. */
  newcomer?: string;
};

export const addressIn = ({ at }: RouteRule, scene: Scene) => (typeof at === 'string' ? at : at(scene));

/** Gives the answer that somebody should get. */
export function answerDue(rule: RouteRule, name: VisitorName): string {
  if (name === 'newcomer' && rule.newcomer) return rule.newcomer;
  if (rule.for.includes(name)) return rule.opens;
  if (name === 'newcomer' && rule.signedOut === '/sign-in') return '/account/password';
  if (isOutside(name)) return rule.signedOut;
  return typeof rule.others === 'string' ? rule.others : rule.others(name);
}

type At = RouteRule['at'];
const page = (at: At, readers: readonly VisitorName[]): RouteRule => ({
  ...{ at, for: readers, opens: '200', others: '404', signedOut: '/sign-in' },
});
/** A page of the agencies' desk, from which others are sent to their own. */
const agencyPage = (at: At, readers: readonly VisitorName[] = who.agencies): RouteRule => ({
  ...page(at, readers),
  others: (name) => ((who.agencies as readonly VisitorName[]).includes(name) ? '404' : '/desk'),
});
/** A route without a sign-in before it: a browser asks for it in the background, or it is a file. */
const unseen = (at: At, readers: readonly VisitorName[]): RouteRule => ({ ...page(at, readers), signedOut: '404' });
const open = (at: At, opens = '200'): RouteRule => ({ ...page(at, who.everybody), opens });

const draft =
  (rest = '') =>
  (scene: Scene) =>
    `/filing/${scene.reports.draft.id}${rest}`;
const filed = (rest: string) => (scene: Scene) => `/filing/${scene.reports.filed.id}/versions${rest}`;
const plan =
  (rest = '') =>
  (scene: Scene) =>
    `/plans/${scene.reports.draft.planCode}${rest}`;
const task = ({ reports }: Scene) => `${reports.draft.planCode}-1`;
const data =
  (rest = '') =>
  (scene: Scene) =>
    `/api/v1/plans/${scene.reports.draft.planCode}${rest}`;
const own = ({ agencies }: Scene) => agencyCodeOf(agencies.own);
const tab = '?once=1&tab=018f0000-0000-7000-8000-000000000001';

const publicRoutes: Record<string, RouteRule> = {
  '/': open('/'),
  '/notice': open('/notice'),
  '/notice/[code]': open(({ reports }) => `/notice/${reports.draft.planCode}`),
  '/notice/[code]#draft': open(({ plans }) => `/notice/${plans.draft}`, '404'),
  '/deadlines': open('/deadlines'),
  '/agencies': open('/agencies'),
  '/agencies/[code]': open((scene) => `/agencies/${own(scene)}`),
  '/tasks': open('/tasks'),
  '/tasks/[code]': open((scene) => `/tasks/${task(scene)}`),
  '/tasks/[code]#draft': open(({ plans }) => `/tasks/${plans.draft}-1`, '404'),
  '/receipts': open('/receipts'),
  '/receipts/[number]': open('/receipts/2020Q1-01-1-AAAA', '404'),
  '/site-map': open('/site-map'),
  // A newcomer who still has to change the password is signed in.
  '/sign-in': { ...open('/sign-in'), for: ['nobody', 'closed'], others: '/desk', newcomer: '/desk' },
  '/demonstration/clock': open('/demonstration/clock'),
  '/api/health': open('/api/health'),
  '/api/health/live': open('/api/health/live'),
  '/api/v1/[...path]': open('/api/v1/nothing', '404'),
  '/api/v1/deadlines/[quarter]': open('/api/v1/deadlines/2020Q1'),
  '/api/v1/plans': open('/api/v1/plans'),
  '/api/v1/plans/[plan]': open(data()),
  '/api/v1/plans/[plan]#2020': open('/api/v1/plans/2020'),
  '/api/v1/plans/[plan]#draft': open(({ plans }) => `/api/v1/plans/${plans.draft}`, '404'),
  '/api/v1/plans/[plan]/agencies': open(data('/agencies')),
  '/api/v1/plans/[plan]/periods': open(data('/periods')),
  '/api/v1/plans/[plan]/tasks': open(data('/tasks')),
  // The address is secret, and is all that a calendar has.
  '/api/calendar/[key]': open(`/api/calendar/${calendarKey}.ics`),
  '/api/calendar/[key]#unknown': open(`/api/calendar/${'x'.repeat(43)}.ics`, '404'),
};

const ownRoutes: Record<string, RouteRule> = {
  '/account/channels': page('/account/channels', who.signedIn),
  '/account/password': { ...page('/account/password', who.signedIn), newcomer: '200' },
  '/messages': page('/messages', who.signedIn),
  '/messages/[messageId]': {
    ...page(({ ids }) => `/messages/${ids.message}`, ['reporter']),
    ...{ opens: '/filing', others: '/messages' },
  },
  '/admin': page('/admin', who.administrators),
  '/desk': {
    ...page('/desk', who.agencies),
    opens: '/filing',
    others: (name) => ((who.division as readonly VisitorName[]).includes(name) ? '/review' : '/admin'),
  },
};

const agencyRoutes: Record<string, RouteRule> = {
  '/filing': agencyPage('/filing'),
  '/filing/calendar': agencyPage('/filing/calendar'),
  '/filing/officers': agencyPage('/filing/officers'),
  '/filing/below': agencyPage('/filing/below', [...who.agency, 'superior']),
  '/filing/contributions/[reportId]/[taskId]': page(
    ({ reports: { draft: report } }) => `/filing/contributions/${report.id}/${report.taskIds[0]}`,
    ['supporter'],
  ),
  '/filing/[reportId]': page(draft(), who.agency),
  '/filing/[reportId]#filed': page(({ reports }) => `/filing/${reports.filed.id}`, who.agency),
  '/filing/[reportId]/check': page(draft('/check'), who.agency),
  '/filing/[reportId]/extension': page(draft('/extension'), who.agency),
  '/filing/[reportId]/versions/compare': page(filed('/compare'), who.filedReaders),
  '/filing/[reportId]/versions/[number]': page(filed('/1'), who.filedReaders),
  '/filing/[reportId]/versions/[number]/receipt': page(filed('/1/receipt'), who.filedReaders),
  '/filing/[reportId]/versions/[number]/document': page(filed('/1/document'), who.filedReaders),
  '/filing/[reportId]/versions/[number]/export': page(filed('/1/export'), who.filedReaders),
  '/api/evidence': {
    ...page(({ reports }) => `/api/evidence?report=${reports.draft.id}`, who.agency),
    signedOut: '401',
  },
  '/api/evidence/[id]': unseen(({ ids }) => `/api/evidence/${ids.evidence}`, who.agency),
  '/api/evidence/[id]#filed': unseen(({ ids }) => `/api/evidence/${ids.filedEvidence}`, who.filedReaders),
  '/api/filing/reports/[reportId]/fields': unseen(
    ({ reports }) => `/api/filing/reports/${reports.draft.id}/fields`,
    who.agency,
  ),
  '/api/live/reports/[reportId]': unseen(({ reports }) => `/api/live/reports/${reports.draft.id}${tab}`, who.agency),
};

const planRoutes: Record<string, RouteRule> = {
  '/plans': page('/plans', who.division),
  '/plans/new': page('/plans/new', who.coordinatorsAnywhere),
  '/plans/offices': page('/plans/offices', who.division),
  '/plans/offices/[code]': page('/plans/offices/tests', ['chiefCoordinator']),
  '/plans/imports/new': page('/plans/imports/new', who.coordinatorsAnywhere),
  '/plans/imports/[importId]': page(({ ids }) => `/plans/imports/${ids.import}`, who.coordinators),
  '/plans/imports/[importId]/file': page(({ ids }) => `/plans/imports/${ids.import}/file`, who.coordinators),
  '/plans/[code]': page(plan(), who.office),
  '/plans/[code]#draft': page(({ plans }) => `/plans/${plans.draft}`, who.office),
  '/plans/[code]/agencies': page(plan('/agencies'), who.office),
  '/plans/[code]/amendments': page(plan('/amendments'), who.office),
  '/plans/[code]/export': page(plan('/export'), who.office),
  '/plans/[code]/form': page(plan('/form'), who.office),
  '/plans/[code]/history': page(plan('/history'), who.office),
  '/plans/[code]/periods': page(plan('/periods'), who.office),
  '/plans/[code]/rule': page(plan('/rule'), who.office),
  '/plans/[code]/tasks': page(plan('/tasks'), who.office),
  '/plans/[code]/tasks/[task]': page((scene) => plan(`/tasks/${task(scene)}`)(scene), who.office),
  '/plans/[code]/tasks/new': page(plan('/tasks/new'), who.coordinators),
  '/calendar': page('/calendar', who.division),
  '/calendar/[year]': page('/calendar/2027', who.division),
  '/register': page('/register', who.division),
  '/register/export': page('/register/export', who.division),
  '/register/file': page('/register/file', who.division),
  '/register/groups': page('/register/groups', who.division),
  '/register/new': page('/register/new', who.coordinatorsAnywhere),
  '/register/agencies/[code]': page((scene) => `/register/agencies/${own(scene)}`, who.division),
  '/register/agencies/[code]/end': page(
    (scene) => `/register/agencies/${own(scene)}/end?kind=abolished`,
    who.coordinators,
  ),
};

/** A page of the review desk: a list shows what is the reader's own, all others are about one thing of the own office. */
const review = (pattern: string, readers: readonly VisitorName[] = who.division): Record<string, RouteRule> => ({
  [pattern]: page(({ pages }) => pages[pattern] ?? '', readers),
});

const reviewRoutes: Record<string, RouteRule> = {
  ...review('/review'),
  ...review('/review/[reportId]', who.office),
  '/review/[reportId]#draft': page(({ reports }) => `/review/${reports.draft.id}`, who.office),
  ...review('/review/[reportId]/compare', who.office),
  ...review('/review/[reportId]/publication', who.office),
  ...review('/review/assignment'),
  ...review('/review/chasing'),
  ...review('/review/chasing/late-filing'),
  ...review('/review/chasing/log'),
  ...review('/review/chasing/schedule'),
  ...review('/review/counting'),
  ...review('/review/counting/problems'),
  ...review('/review/counting/tasks'),
  ...review('/review/documents'),
  ...review('/review/extensions'),
  ...review('/review/officers'),
  ...review('/review/officers/[agencyCode]', who.office),
  ...review('/review/publication'),
  ...review('/review/summaries'),
  ...review('/review/summaries/[summaryId]', who.office),
  ...review('/review/summaries/[summaryId]/order', who.office),
  ...review('/review/summaries/[summaryId]/traces', who.office),
  ...review('/review/summaries/new'),
  '/review/documents/[documentId]/file': page(({ ids }) => `/review/documents/${ids.document}/file`, who.office),
  '/review/summaries/[summaryId]/export': page(
    ({ pages }) => `${pages['/review/summaries/[summaryId]']}/export`,
    who.office,
  ),
  '/api/live/review': unseen(`/api/live/review${tab}`, who.division),
  '/api/live/review/[reportId]': unseen(({ reports }) => `/api/live/review/${reports.filed.id}${tab}`, who.office),
};

/** The rules, by hand, for everything that is read; the word after # tells apart several things of one address. */
export const routeRules: Record<string, RouteRule> = {
  ...publicRoutes,
  ...ownRoutes,
  ...agencyRoutes,
  ...planRoutes,
  ...reviewRoutes,
};
