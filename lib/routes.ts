import type { Route } from 'next';

/** The sections of a plan at its desk, in the order of their links. */
export const planSections = [
  'overview',
  'tasks',
  'agencies',
  'periods',
  'rule',
  'form',
  'amendments',
  'history',
] as const;
export type PlanSection = (typeof planSections)[number];

/** Every address of the portal. */
export const routes = {
  home: () => '/' as Route,
  notice: () => '/notice' as Route,
  planNotice: (code: string) => `/notice/${code}` as Route,
  agencies: () => '/agencies' as Route,
  agency: (code: string) => `/agencies/${code}` as Route,
  /** A period on the page of an agency. */
  agencyPeriod: (code: string, anchor: string) => `/agencies/${code}#${anchor}` as Route,
  tasks: () => '/tasks' as Route,
  task: (code: string) => `/tasks/${code}` as Route,
  deadlines: () => '/deadlines' as Route,
  /** The page on which anyone can check a receipt. */
  receiptCheck: () => '/receipts' as Route,
  checkedReceipt: (receiptNumber: string) => `/receipts/${encodeURIComponent(receiptNumber)}` as Route,
  siteMap: () => '/site-map' as Route,
  /** The sign-in page, which goes on to `next` if that is given. */
  signIn: (next?: string) => (next ? `/sign-in?next=${encodeURIComponent(next)}` : '/sign-in') as Route,
  /** The address that ends the session (POST). */
  signOut: () => '/sign-out',
  /** A page that was requested before signing in. */
  asked: (page: string) => page as Route,
  changePassword: () => '/account/password' as Route,
  /** The channels of notification. */
  channels: () => '/account/channels' as Route,
  messages: () => '/messages' as Route,
  /** Marks one of the account's own messages as read and goes on to the page that it is about. */
  openMessage: (id: string) => `/messages/${id}` as Route,
  /** Redirects to the desk of the signed-in account. */
  desk: () => '/desk' as Route,
  filing: () => '/filing' as Route,
  /** The desk, with a confirmation of the step before. */
  filingAfter: (step: 'send-back') => `/filing?done=${step}` as Route,
  /** The desk of the calendar: its years. */
  calendar: () => '/calendar' as Route,
  calendarYear: (year: number) => `/calendar/${year}` as Route,
  calendarSubscription: () => '/filing/calendar' as Route,
  calendarFeed: (key: string) => `/api/calendar/${key}.ics` as Route,
  report: (id: string) => `/filing/${id}` as Route,
  /** The address to which the editor saves single fields. */
  reportFields: (id: string) => `/api/filing/reports/${id}/fields` as Route,
  reportCheck: (id: string) => `/filing/${id}/check` as Route,
  receipt: (reportId: string, version: number) => `/filing/${reportId}/versions/${version}` as Route,
  receiptSheet: (reportId: string, version: number) => `/filing/${reportId}/versions/${version}/receipt` as Route,
  versionExport: (reportId: string, version: number) => `/filing/${reportId}/versions/${version}/export` as Route,
  reportDocument: (reportId: string, version: number) => `/filing/${reportId}/versions/${version}/document` as Route,
  versionComparison: (reportId: string) => `/filing/${reportId}/versions/compare` as Route,
  extensionRequest: (id: string) => `/filing/${id}/extension` as Route,
  officers: () => '/filing/officers' as Route,
  contributions: (reportId: string, taskId: string) => `/filing/contributions/${reportId}/${taskId}` as Route,
  review: () => '/review' as Route,
  reportReview: (id: string) => `/review/${id}` as Route,
  reviewComparison: (id: string) => `/review/${id}/compare` as Route,
  extensions: () => '/review/extensions' as Route,
  /** The page on which the division chases (催办) agencies that have not filed. */
  chasing: () => '/review/chasing' as Route,
  chasingOf: (plan: string, periodCode: string) => `/review/chasing?plan=${plan}&quarter=${periodCode}` as Route,
  /** With one report ticked. */
  chasingOne: ({ id, plan, periodCode }: { id: string; plan: { code: string }; periodCode: string }) =>
    `/review/chasing?plan=${plan.code}&quarter=${periodCode}&report=${id}` as Route,
  chasingSchedules: () => '/review/chasing/schedule' as Route,
  chasingSchedule: (plan: string) => `/review/chasing/schedule?plan=${plan}` as Route,
  chasingLog: () => '/review/chasing/log' as Route,
  /** The page on which the division opens late filing (补报) for a period. */
  lateFiling: () => '/review/chasing/late-filing' as Route,
  lateFilingOf: (plan: string, periodCode: string) =>
    `/review/chasing/late-filing?plan=${plan}&quarter=${periodCode}` as Route,
  /** The officers of every agency, for the division. */
  agenciesOfficers: () => '/review/officers' as Route,
  agencyOfficers: (agencyCode: string) => `/review/officers/${agencyCode}` as Route,
  /** The register of agencies. */
  register: () => '/register' as Route,
  newAgency: () => '/register/new' as Route,
  registerGroups: () => '/register/groups' as Route,
  /** With the form of the group of that name open. */
  registerGroup: (name: string) => `/register/groups?name=${encodeURIComponent(name)}` as Route,
  /** Import and export of the register. */
  registerFile: () => '/register/file' as Route,
  registerExport: () => '/register/export' as Route,
  registeredAgency: (code: string) => `/register/agencies/${code}` as Route,
  /** The steps by which an agency is merged, split or abolished. */
  agencyEnding: (code: string) => `/register/agencies/${code}/end` as Route,
  /** The filed reports of the agencies below the own one. */
  agenciesBelow: () => '/filing/below' as Route,
  /** The assignment of agencies to reviewers. */
  assignment: () => '/review/assignment' as Route,
  statistics: () => '/review/counting' as Route,
  /** The reported tasks, by progress light. */
  countedTasks: () => '/review/counting/tasks' as Route,
  openProblems: () => '/review/counting/problems' as Route,
  /** The drafts of the period's summary. */
  summaries: () => '/review/summaries' as Route,
  newSummary: () => '/review/summaries/new' as Route,
  summary: (id: string) => `/review/summaries/${id}` as Route,
  summaryOrder: (id: string) => `/review/summaries/${id}/order` as Route,
  summaryTraces: (id: string) => `/review/summaries/${id}/traces` as Route,
  summaryExport: (id: string) => `/review/summaries/${id}/export` as Route,
  /** The documents that the division requested. */
  documents: () => '/review/documents' as Route,
  documentFile: (id: string) => `/review/documents/${id}/file` as Route,
  publication: (id: string) => `/review/${id}/publication` as Route,
  /** Every report that can be published, and every proposal that waits. */
  publications: () => '/review/publication' as Route,
  publishedReports: () => '/review?status=published&quarter=all' as Route,
  /** The plans of the division's offices. */
  plans: () => '/plans' as Route,
  newPlan: () => '/plans/new' as Route,
  planCopy: (code: string) => `/plans/new?from=${encodeURIComponent(code)}` as Route,
  /** The import of a plan from a file. */
  newPlanImport: (plan?: string) =>
    (plan ? `/plans/imports/new?plan=${encodeURIComponent(plan)}` : '/plans/imports/new') as Route,
  planImport: (id: string) => `/plans/imports/${id}` as Route,
  /** The file of an import as it was mended, with a column of its problems. */
  planImportFile: (id: string) => `/plans/imports/${id}/file` as Route,
  planImportUpload: (officeId: string, plan: string) =>
    `/api/plans/imports?${new URLSearchParams({ office: officeId, plan })}` as Route,
  planExport: (code: string) => `/plans/${encodeURIComponent(code)}/export` as Route,
  plan: (code: string) => `/plans/${encodeURIComponent(code)}` as Route,
  planSection: (code: string, section: PlanSection) =>
    `/plans/${encodeURIComponent(code)}${section === 'overview' ? '' : `/${section}`}` as Route,
  newPlanTask: (code: string) => `/plans/${encodeURIComponent(code)}/tasks/new` as Route,
  planTask: (code: string, task: string) =>
    `/plans/${encodeURIComponent(code)}/tasks/${encodeURIComponent(task)}` as Route,
  offices: () => '/plans/offices' as Route,
  office: (code: string) => `/plans/offices/${encodeURIComponent(code)}` as Route,
  evidence: (id: string) => `/api/evidence/${id}` as Route,
  evidenceOf: (reportId: string) => `/api/evidence?report=${reportId}` as Route,
  evidenceUpload: (reportId: string, taskId: string) => `/api/evidence?report=${reportId}&task=${taskId}` as Route,
  admin: () => '/admin' as Route,
  /** The health check of portal and database. */
  health: () => '/api/health',
  /** The live events of a report for its agency. */
  liveReport: (id: string) => `/api/live/reports/${id}`,
  /** The live events of the list of all reports. */
  liveOverview: () => '/api/live/review',
  /** The live events of a report for the division, and its readers. */
  liveReview: (id: string) => `/api/live/review/${id}`,
};
