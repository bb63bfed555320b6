import { demonstrationOffices, districtAgencies } from '@/lib/demonstration/demonstration-accounts';
import type { Actor } from '@/lib/domain/authorization';
import { civilDate } from '@/lib/domain/calendar/civil-date';
import { periodCode } from '@/lib/domain/calendar/period';
import type { DeadlineRule } from '@/lib/domain/deadline/deadline';
import type { PlanSettings } from '@/lib/domain/plan/plan-settings';
import { plainTask } from '@/lib/domain/plan/task';
import type { Result } from '@/lib/domain/refusal';
import type { EntryForm } from '@/lib/domain/report/entry';
import { makeOffice } from '@/lib/offices/mutations';
import { changePlanForm } from '@/lib/plans/form/mutations';
import { issuePlan } from '@/lib/plans/lifecycle/mutations';
import { changeRule } from '@/lib/plans/rule/mutations';
import { createPlan } from '@/lib/plans/settings/mutations';
import { writeDraftTask } from '@/lib/plans/tasks/draft/mutations';
import { addAgency } from '@/lib/register/mutations';
import { db } from '@/lib/server/database/db';

const planCode = 'shuju-2020';

/** 次月10日，遇休息日顺延。 */
const deadlineRule: DeadlineRule = {
  dayOfMonth: 10,
  month: 'after',
  onDayOff: 'after',
  inclusive: true,
  cutoff: '18:00',
};

const section = { kind: 'section', limit: 2_000 } as const;

/** Three sections of its own, so that a form is seen that is not the notice's. */
const form: EntryForm = {
  fields: [
    { key: 'light', kind: 'light' },
    { ...section, key: 'collected', label: '归集情况', required: true, publicByDefault: true },
    { ...section, key: 'quality', label: '数据质量', required: true, publicByDefault: true },
    { ...section, key: 'coordination', label: '需协调事项', required: false, publicByDefault: false },
  ],
};

const settings: Omit<PlanSettings, 'officeId'> = {
  code: planCode,
  title: '2020年区级政务数据归集工作任务（演示计划，非真实通知）',
  issuer: '市工业和信息化局',
  documentNumber: '',
  noticeText: `各区政务数据管理部门：
为做好区级政务数据归集工作，现将2020年工作任务印发给你们，请认真组织落实。
请各单位按月总结归集情况和数据质量，于次月10日18:00前报送，遇休息日顺延至后一个工作日。
附件：2020年区级政务数据归集工作任务表
2020年3月2日
（本通知为演示计划，不是真实通知）`,
  issuedOn: civilDate('2020-03-02'),
  contactOffice: '数据处',
  contactPerson: '',
  contactPhone: '',
  firstOn: civilDate('2020-01-01'),
  lastOn: civilDate('2020-12-31'),
  rhythm: 'monthly',
  firstPeriod: periodCode('2020M03'),
  leadsReporting: 'each',
  afterClosing: 'late_filing_open',
};

const tasks = [
  { text: '按月归集本区不动产登记、社会救助、企业登记三类政务数据，月度更新率不低于95%。', by: [0, 1, 2] },
  { text: '核对本区共享目录与实际库表，消除无数据目录。', by: [0, 1] },
  { text: '开展数据质量问题核查，问题数据整改率不低于90%。', by: [2] },
];

function granted<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(`the demonstration was refused: ${result.refusal.code}`);
  return result.value;
}

/** Makes the office of the second plan, for which accounts can then be created. */
export async function makeDataOffice(): Promise<void> {
  granted(await makeOffice({ code: demonstrationOffices.data, name: '数据处' }, { actor: null, address: '' }));
}

const contextOf = (actor: Actor) => ({ actor, now: new Date('2020-03-02T10:00:00+08:00'), address: '' });

const noFacts = { shortName: '', aliases: [], creditCode: '', parentId: null, position: null };

/** Enters the agencies of the second plan in the register. */
export async function addDistricts(coordinator: Actor): Promise<void> {
  for (const agency of districtAgencies)
    granted(await addAgency({ ...noFacts, ...agency, kind: '区' }, contextOf(coordinator)));
}

/** The plan at the version that it has now, as the page of its next act would show it. */
async function seen() {
  const { version } = await db.plan.findUniqueOrThrow({ where: { code: planCode }, select: { version: true } });
  return { plan: planCode, version };
}

/** Issues the second plan, by months and with a form of its own, to three districts. */
export async function issueDistrictPlan(coordinator: Actor): Promise<void> {
  const context = contextOf(coordinator);
  const [officeId = ''] = coordinator.offices === 'all' ? [] : coordinator.offices;
  granted(await createPlan({ ...settings, officeId, from: '' }, context));
  granted(await changeRule({ ...(await seen()), rule: deadlineRule, reason: '' }, context));
  granted(await changePlanForm({ ...(await seen()), form }, context));
  for (const { text, by } of tasks) {
    const leads = by.flatMap((place) => districtAgencies[place]?.name ?? []);
    const task = { ...plainTask(text, leads), task: '', indicators: [], milestones: [] };
    granted(await writeDraftTask({ ...(await seen()), ...task }, context));
  }
  granted(await issuePlan(await seen(), context));
}
