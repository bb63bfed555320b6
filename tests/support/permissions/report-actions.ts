import { randomUUID } from 'node:crypto';
import type { MadeReport } from '../reports';
import type { Scene } from './scene';
import { type VisitorName, who } from './visitors';

export type ActionFields = Record<string, string | File>;

/** Those who may call an action, and the fields with which it would be carried out; none where everybody may call it. */
export type ActionRule = {
  for: readonly VisitorName[];
  fields: (scene: Scene) => ActionFields;
  /** The state that somebody else gets who is not told that it is not found or forbidden, with the reason. */
  otherRefusal?: string;
  /** The state that those get for whom it is where it fails at no event: it records none, or is refused for another reason. */
  carriedOut?: string;
};

const versioned = ({ id, version }: MadeReport) => ({ reportId: id, version: String(version) });
const rule = (callers: readonly VisitorName[], fields: ActionRule['fields'], carriedOut?: string): ActionRule => ({
  ...{ for: callers, fields, carriedOut },
});
/** A command on one of the reports. */
const on = (
  name: keyof Scene['reports'],
  callers: readonly VisitorName[],
  fields: (scene: Scene, taskId: string) => ActionFields = () => ({}),
  carriedOut?: string,
): ActionRule =>
  rule(
    callers,
    (scene) => {
      const report = scene.reports[name];
      return { ...versioned(report), ...fields(scene, report.taskIds[0] ?? '') };
    },
    carriedOut,
  );

const reason = { reason: '写明理由' };
/** The text of the draft once a file was added to it. */
const asMade = () => ({ contentVersion: '1' });
const ticked = (report: MadeReport) => ({
  'reports[0].reportId': report.id,
  'reports[0].version': String(report.version),
  'reports[0].ticked': 'on',
});

const filing: Record<string, ActionRule> = {
  startReportAction: on('unbegun', who.agency),
  saveReportAction: on('draft', who.agency, (_, taskId) => ({
    'entries[0].taskId': taskId,
    'entries[0].light': 'normal',
  })),
  // The agency has no sign-off of its own.
  requestSignOffAction: on('draft', who.agency, asMade, 'sign-off-not-used'),
  takeBackSignOffAction: on('awaiting', who.agency),
  sendBackAction: on('awaiting', ['approver', 'deputy'], () => reason),
  fileReportAction: on('draft', who.agency, asMade),
  withdrawReportAction: on('filed', who.agency),
  removeEvidenceAction: on('draft', who.agency, ({ ids }) => ({ evidenceId: ids.evidence })),
  requestExtensionAction: on('awaiting', who.agency, () => ({ proposedOn: '2020-04-08', ...reason })),
  takeBackExtensionAction: on('draft', who.agency),
  decideExtensionAction: on('draft', who.coordinators, () => ({ decision: 'refuse', note: '不同意' })),
  grantExtensionAction: on('awaiting', who.coordinators, () => ({ grantedOn: '2020-04-08', ...reason })),
  contributeAction: on('draft', ['supporter'], (_, taskId) => ({ taskId, section: 'results', text: '配合完成。' })),
  withdrawContributionAction: on('draft', ['supporter'], ({ ids }) => ({ contributionId: ids.contribution })),
  decideContributionAction: on('draft', who.agency, ({ ids }) => ({ taken: ids.contribution })),
  remindApproverAction: on('awaiting', ['reporter', 'deputy']),
  remindReporterAction: on('draft', ['approver', 'deputy']),
};

const review: Record<string, ActionRule> = {
  beginReviewAction: on('filed', who.staff),
  acceptReportAction: on('filed', who.staff),
  returnReportAction: on('filed', who.staff, (_, taskId) => ({
    ...{ returnDueOn: '2020-04-08', 'reasons[0].taskId': taskId, 'reasons[0].text': '请补充' },
  })),
  reopenReportAction: on('accepted', who.staff, () => reason),
  remarkAction: on('filed', who.staff, (_, taskId) => ({ taskId, audience: 'division', text: '请核对。' })),
  withdrawRemarkAction: on('filed', who.staff, ({ ids }) => ({ remarkId: ids.remark })),
  proposePublicationsAction: rule(who.coordinators, ({ reports: { accepted } }) => ({
    ...ticked(accepted),
    [`reason.${accepted.id}`]: '写明理由',
    'reports[0].tasks[0].taskId': accepted.taskIds[0] ?? '',
    'reports[0].tasks[0].chosen.progress': 'on',
  })),
  decidePublicationsAction: rule(who.office, ({ reports }) => ({
    ...{ ...ticked(reports.proposed), intent: 'decline', ...reason },
  })),
  // Of two coordinators of the office only the one who proposed takes it back.
  takeBackPublicationAction: { ...on('ownProposal', ['coordinator']), otherRefusal: 'proposal-of-another' },
  withdrawPublicationAction: on('published', who.withdrawers, () => reason),
  explainWithdrawalAction: on('withdrawn', who.withdrawers, () => reason),
  setLateFilingAction: rule(who.coordinators, ({ reports: { draft } }) => ({
    ...{ act: 'open', plan: draft.planCode, quarter: '2020Q1', reportId: draft.id },
  })),
  chaseAction: rule(who.staff, ({ reports: { draft } }) => ({
    ...{ reportId: draft.id, submissionId: randomUUID(), subject: '【催办】', text: '请尽快报送。' },
  })),
  setChasingScheduleAction: rule(who.coordinators, ({ reports: { draft } }) => ({
    ...{ plan: draft.planCode, 'steps[0].when': 'before', 'steps[0].days': '5', 'steps[0].to': 'reporter' },
  })),
  // A failed message of another office is as if there were nothing to send again.
  resendAction: { ...rule(who.staff, ({ ids }) => ({ deliveryId: ids.delivery })), otherRefusal: 'stale' },
  assignAgenciesAction: rule(who.coordinators, ({ reports: { draft }, visitors }) => ({
    ...{ plan: draft.planCode, agencyIds: draft.agencyId, reviewerId: visitors.reviewer.accountId },
  })),
  enterLeaveAction: rule(['reviewer', ...who.coordinators], ({ visitors }) => ({
    reviewerId: visitors.reviewer.accountId,
    standInId: visitors.coordinator.accountId,
    fromOn: '2020-05-11',
    untilOn: '2020-05-12',
  })),
  endLeaveAction: rule(['reviewer', ...who.coordinators], ({ ids }) => ({ leaveId: ids.leave })),
};

const frame = { title: '汇总', introduction: '', closing: '', signedOn: '2020-04-08' };
const arrangement = { arrangement: 'by_agency', 'chosen.progress': 'on' };
const onSummary = (fields: ActionFields, carriedOut?: string): ActionRule =>
  rule(who.staff, ({ ids }) => ({ summaryId: ids.summary, ...fields }), carriedOut);
const onPassage = (fields: ActionFields = {}, carriedOut?: string): ActionRule =>
  rule(who.staff, ({ ids }) => ({ entryId: ids.entry, section: 'progress', version: '0', ...fields }), carriedOut);

const summaries: Record<string, ActionRule> = {
  makeSummaryAction: rule(who.staff, ({ reports: { accepted } }) => ({
    ...{ plan: accepted.planCode, quarter: '2020Q1', ...frame, ...arrangement },
  })),
  saveSummaryFrameAction: onSummary({ version: '0', ...frame }),
  autosaveSummaryFrameAction: onSummary({ version: '0', ...frame }),
  saveSummarySettingsAction: onSummary({ version: '0', ...arrangement }),
  editPassageAction: onPassage({ text: '改写' }),
  autosavePassageAction: onPassage({ text: '改写' }),
  // Nothing of the draft was edited, it has one entry, and nothing came since: these leave it as it is.
  restorePassageAction: onPassage({}, 'done'),
  moveUnitAction: onSummary({ orderVersion: '0', from: '1', to: '2' }, 'done'),
  resetOrderAction: onSummary({ orderVersion: '0' }),
  takeVersionsAction: onSummary({}, 'done'),
  addReportsAction: onSummary({}, 'done'),
  askForDocumentAction: rule(who.staff, ({ reports }) => ({
    ...{ kind: 'ledger', plan: reports.filed.planCode, period: '2020Q1' },
  })),
  askForSummaryAction: onSummary({}),
  deleteSummaryAction: onSummary({ changedAt: '2020-04-02T00:00:00.000Z' }, 'stale'),
};

/** The actions on reports and of the review desk. */
export const reportActions: Record<string, ActionRule> = { ...filing, ...review, ...summaries };
