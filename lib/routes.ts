import type { Route } from 'next';

/** Every address of the portal. */
export const routes = {
  home: () => '/' as Route,
  notice: () => '/notice' as Route,
  agencies: () => '/agencies' as Route,
  agency: (code: string) => `/agencies/${code}` as Route,
  tasks: () => '/tasks' as Route,
  task: (code: string) => `/tasks/${code}` as Route,
  deadlines: () => '/deadlines' as Route,
  /** Where anyone checks a receipt. */
  receiptCheck: () => '/receipts' as Route,
  checkedReceipt: (receiptNumber: string) => `/receipts/${encodeURIComponent(receiptNumber)}` as Route,
  siteMap: () => '/site-map' as Route,
  /** Where one signs in, and, when `next` is given, goes on to a page of the portal. */
  signIn: (next?: string) => (next ? `/sign-in?next=${encodeURIComponent(next)}` : '/sign-in') as Route,
  /** A page that was asked for before signing in. */
  asked: (page: string) => page as Route,
  changePassword: () => '/account/password' as Route,
  /** By which ways one is told. */
  channels: () => '/account/channels' as Route,
  messages: () => '/messages' as Route,
  /** Leads on to the desk of whoever is signed in. */
  desk: () => '/desk' as Route,
  filing: () => '/filing' as Route,
  calendarSubscription: () => '/filing/calendar' as Route,
  calendarFeed: (key: string) => `/api/calendar/${key}.ics` as Route,
  report: (id: string) => `/filing/${id}` as Route,
  /** Where the editor saves single fields. */
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
  /** Where the division chases (催办) who has not filed. */
  chasing: () => '/review/chasing' as Route,
  chasingOf: (plan: string, quarter: string) => `/review/chasing?plan=${plan}&quarter=${quarter}` as Route,
  /** With one report chosen. */
  chasingOne: ({ id, plan, quarter }: { id: string; plan: { code: string }; quarter: string }) =>
    `/review/chasing?plan=${plan.code}&quarter=${quarter}&report=${id}` as Route,
  chasingLadder: (plan: string) => `/review/chasing/ladder?plan=${plan}` as Route,
  chasingLog: () => '/review/chasing/log' as Route,
  /** Which reviewer reads which agency. */
  assignment: () => '/review/assignment' as Route,
  counting: () => '/review/counting' as Route,
  /** The tasks that were reported, by progress light. */
  countedTasks: () => '/review/counting/tasks' as Route,
  openProblems: () => '/review/counting/problems' as Route,
  /** The drafts of the quarterly summary. */
  summaries: () => '/review/summaries' as Route,
  newSummary: () => '/review/summaries/new' as Route,
  summary: (id: string) => `/review/summaries/${id}` as Route,
  summaryOrder: (id: string) => `/review/summaries/${id}/order` as Route,
  summaryTraces: (id: string) => `/review/summaries/${id}/traces` as Route,
  summaryExport: (id: string) => `/review/summaries/${id}/export` as Route,
  /** The documents that the division has written for it. */
  documents: () => '/review/documents' as Route,
  documentFile: (id: string) => `/review/documents/${id}/file` as Route,
  publication: (id: string) => `/review/${id}/publication` as Route,
  evidence: (id: string) => `/api/evidence/${id}` as Route,
  evidenceOf: (reportId: string) => `/api/evidence?report=${reportId}` as Route,
  evidenceUpload: (reportId: string, taskId: string) => `/api/evidence?report=${reportId}&task=${taskId}` as Route,
  admin: () => '/admin' as Route,
  /** Whether portal and database answer. */
  health: () => '/api/health',
  /** What is told of a report while it is open. */
  liveReport: (id: string) => `/api/live/reports/${id}`,
  /** What moves in the list of all reports. */
  liveOverview: () => '/api/live/review',
  /** Who of the division reads a report, and what becomes of it meanwhile. */
  liveReading: (id: string) => `/api/live/review/${id}`,
};
