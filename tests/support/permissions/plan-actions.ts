import type { ActionFields, ActionRule } from './report-actions';
import type { Scene } from './scene';
import { type VisitorName, who } from './visitors';

const rule = (
  callers: readonly VisitorName[],
  fields: ActionRule['fields'],
  carriedOut?: string,
  otherRefusal?: string,
): ActionRule => ({ for: callers, fields, carriedOut, otherRefusal });
const reason = { reason: '写明理由' };

type Plan = 'issued' | 'draft' | 'closed';
const codeOf = ({ reports, plans }: Scene, which: Plan) => (which === 'issued' ? reports.draft.planCode : plans[which]);
/** An act on a plan of the own office. */
const onPlan = (which: Plan, fields: (scene: Scene) => ActionFields = () => ({}), carriedOut?: string): ActionRule =>
  rule(who.coordinators, (scene) => ({ plan: codeOf(scene, which), version: '0', ...fields(scene) }), carriedOut);
const taskOf = (which: Plan) => (scene: Scene) => ({ task: `${codeOf(scene, which)}-1` });
const amended = { fromPeriod: '2020Q1', ...reason };
const leads = ({ agencies }: Scene) => ({ leads: `T${agencies.own.slice(0, 8)}` });

const settings = ({ ids }: Scene) => ({
  ...{ title: '试验计划', officeId: ids.office, issuer: '试验局', issuedOn: '2020-01-02', contactOffice: '试验处' },
  ...{ firstOn: '2020-01-01', lastOn: '2020-12-31', rhythm: 'quarterly', leadsReporting: 'each' },
  afterClosing: 'closed',
});

const section = { key: 'progress', label: '进展', hint: '', limit: '500', confirmation: 'none', tickLabel: '' };

const plans: Record<string, ActionRule> = {
  createPlanAction: rule(who.coordinators, (scene) => ({ ...settings(scene), code: 'another' })),
  changePlanAction: onPlan('draft', (scene) => ({ ...settings(scene), code: scene.plans.draft })),
  setPlanContactAction: onPlan('issued', () => ({ contactOffice: '试验处' })),
  setPlanLateFilingAction: onPlan('issued', () => ({ afterClosing: 'late_filing_open' })),
  // A report of every made plan is begun.
  changePlanFormAction: onPlan(
    'draft',
    () => Object.fromEntries(Object.entries(section).map(([name, value]) => [`sections[0].${name}`, value])),
    'form-in-use',
  ),
  resetPlanFormAction: onPlan('draft', undefined, 'form-in-use'),
  changeRuleAction: onPlan('draft', () => ({ kind: 'nth', nth: '5', cutoff: '17:00' })),
  periodAction: onPlan('issued', () => ({ act: 'close-period', quarter: '2020Q1', ...reason })),
  writeDraftTaskAction: onPlan('draft', (scene) => ({ text: '新任务', ...leads(scene) })),
  placeDraftTaskAction: onPlan('draft', (scene) => ({ ...taskOf('draft')(scene), place: '2' })),
  removeDraftTaskAction: onPlan('draft', taskOf('draft')),
  amendTaskAction: onPlan('issued', (scene) => ({
    ...taskOf('issued')(scene),
    ...amended,
    text: '改',
    ...leads(scene),
  })),
  splitTaskAction: onPlan('issued', (scene) => ({
    ...{ ...taskOf('issued')(scene), ...amended },
    ...{ 'parts[0].text': '其一', 'parts[0].leads': leads(scene).leads },
    ...{ 'parts[1].text': '其二', 'parts[1].leads': leads(scene).leads },
  })),
  mergeTasksAction: onPlan('issued', (scene) => ({
    ...{ ...taskOf('issued')(scene), ...amended, others: '2', text: '合', ...leads(scene) },
  })),
  endTaskAction: onPlan('issued', (scene) => ({ ...taskOf('issued')(scene), ...amended })),
  issuePlanAction: onPlan('draft'),
  discardPlanAction: onPlan('draft'),
  closePlanAction: onPlan('issued', () => ({ confirmed: 'yes' })),
  reopenPlanAction: onPlan('closed', () => reason),
  renumberPlanAction: rule(who.coordinators, ({ plans: { draft } }) => ({ planCode: draft, version: '0' }), 'stale'),
  // The plan of 2020 is stored already.
  draftExampleAction: rule(who.coordinatorsAnywhere, () => ({}), 'stale'),
  moveByCalendarAction: rule(who.coordinators, ({ ids }) => ({ moves: `${ids.movable}/2020-04-03`, ...reason })),
};

const onImport = (fields: (scene: Scene) => ActionFields = () => ({}), carriedOut?: string): ActionRule =>
  rule(who.coordinators, (scene) => ({ importId: scene.ids.import, version: '0', ...fields(scene) }), carriedOut);
const unit = { unit: '市水务局' };

const imports: Record<string, ActionRule> = {
  pastePlanAction: rule(who.coordinators, ({ ids }) => ({
    officeId: ids.office,
    text: '序号\t任务\t牵头单位\n1\t治理河道\t市水务局',
  })),
  editImportAction: onImport(() => ({ edit: JSON.stringify({ kind: 'head', field: 'title', text: '试验' }) })),
  undoEditAction: onImport(() => ({ acts: '1' })),
  chooseAgencyAction: onImport(({ agencies }) => ({ ...unit, agency: `T${agencies.own.slice(0, 8)}` })),
  chooseMembersAction: onImport(({ agencies }) => ({ ...unit, members: agencies.own })),
  makeRestNewAction: onImport(undefined, 'nothing-chosen'),
  storeImportAction: onImport(() => ({ target: 'new', planCode: 'stored' }), 'import-head-missing'),
  amendFromImportAction: onImport(() => ({ chosen: 'added:1:治理河道', ...amended })),
  discardImportAction: onImport(),
};

const agency = ({ agencies }: Scene) => ({ agencyId: agencies.own, version: '0' });
const group = { name: '试验组' };

const register: Record<string, ActionRule> = {
  addAgencyAction: rule(who.coordinatorsAnywhere, () => ({ name: '新单位' })),
  changeAgencyAction: rule(who.coordinators, (scene) => ({ ...agency(scene), shortName: '简', position: '9' })),
  renameAgencyAction: rule(who.coordinators, (scene) => ({
    ...{ ...agency(scene), changedOn: '2020-04-01', ...reason, name: '新名' },
  })),
  endAgencyAction: rule(
    who.coordinators,
    (scene) => ({
      ...{ ...agency(scene), changedOn: '2020-04-01', ...reason, kind: 'abolished', accounts: 'close' },
    }),
    'successor-missing',
  ),
  setGroupAction: rule(who.coordinatorsAnywhere, ({ agencies }) => ({ ...group, agencyIds: agencies.own })),
  deleteGroupAction: rule(who.coordinatorsAnywhere, () => group),
  importRegisterAction: rule(
    who.coordinatorsAnywhere,
    () => ({ file: new File(['not a workbook'], 'a.xlsx') }),
    'done',
  ),
};

const keeping: Record<string, ActionRule> = {
  confirmYearAction: rule(
    who.coordinatorsAnywhere,
    () => ({ year: '2027', version: '0', text: '元旦' }),
    'arrangement-read',
  ),
  correctDayAction: rule(who.coordinatorsAnywhere, () => ({
    ...{ date: '2027-01-04', version: '0', kind: 'statutory_holiday', name: '元旦', ...reason },
  })),
  addYearAction: rule(who.coordinatorsAnywhere, () => ({ year: '2028' })),
  makeOfficeAction: rule(['chiefCoordinator'], () => ({ name: '新处', code: 'new' })),
  renameOfficeAction: rule(['chiefCoordinator'], ({ ids }) => ({ officeId: ids.office, name: '改名' })),
  setOfficeMembersAction: rule(['chiefCoordinator'], ({ ids, visitors }) => ({
    ...{ officeId: ids.office, accountIds: visitors.coordinator.accountId },
  })),
};

/** Those who keep the officers of the own agency: its approver, and the coordinators of an office in whose plans it is. */
const keepers: readonly VisitorName[] = ['approver', ...who.coordinators];
const officers = (fields: (scene: Scene) => ActionFields, carriedOut?: string): ActionRule =>
  rule(keepers, (scene) => ({ agencyId: scene.agencies.own, ...reason, ...fields(scene) }), carriedOut);
const someNew = { to: 'new', userName: 'someone', displayName: '某人' };

const accounts: Record<string, ActionRule> = {
  changePasswordAction: rule([...who.signedIn, 'newcomer'], () => ({
    currentPassword: 'falsch',
    newPassword: 'Neues-2020-Wort',
  })),
  changeCalendarSubscriptionAction: rule(who.agencies, () => ({ change: 'subscribe' })),
  // A message of somebody else is as if it were none.
  markReadAction: rule(['reporter'], ({ ids }) => ({ messageId: ids.unread }), 'done', 'done'),
  setChannelsAction: rule(who.signedIn, () => ({})),
  unlockSignInAction: rule(
    ['securityAdministrator'],
    () => ({
      lock: JSON.stringify({ addressKey: 'a', userName: 'b', device: '' }),
    }),
    'not-locked',
  ),
  giveRoleAction: officers(() => ({ role: 'approver', ...someNew })),
  handOverRoleAction: officers(({ ids }) => ({ holding: `reporter:${ids.officer}`, ...someNew })),
  nameDeputyAction: officers(({ visitors, ids }) => ({
    ...{ approverId: visitors.approver.accountId, deputyId: ids.officer, fromOn: '2020-05-01', untilOn: '2020-05-02' },
  })),
  endDeputyAction: officers(({ ids }) => ({ deputationId: ids.deputation })),
  takeRoleAction: officers(({ ids }) => ({ holding: `reporter:${ids.officer}` })),
  // A report of the agency waits for its approver.
  switchSignOffAction: officers(() => ({ required: 'on' }), 'sign-off-under-way'),
};

/** The actions on plans, agencies, offices and accounts, each before those that would leave it nothing to act on. */
export const planActions: Record<string, ActionRule> = { ...imports, ...plans, ...keeping, ...accounts, ...register };

/** Actions that anybody may send, signed in or not: the sign-in, the check of a receipt, and a demonstration's clock. */
export const openActions: readonly string[] = ['signInAction', 'checkReceiptFileAction', 'moveClockAction'];
