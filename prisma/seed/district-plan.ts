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
import { issuePlan } from '@/lib/plans/lifecycle/mutations';
import { createPlan } from '@/lib/plans/settings/mutations';
import { storeTasks } from '@/lib/plans/tasks/mutations';
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
  noticeText: '',
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

const noticeText = `各区政务数据管理部门：
为做好区级政务数据归集工作，现将2020年工作任务印发给你们，请认真组织落实。
请各单位按月总结归集情况和数据质量，于次月10日18:00前报送，遇休息日顺延至后一个工作日。
附件：2020年区级政务数据归集工作任务表
2020年3月2日
（本通知为演示计划，不是真实通知）`;

const tasks = [
  { text: '按月归集本区不动产登记、社会救助、企业登记三类政务数据，月度更新率不低于95%。', by: [0, 1, 2] },
  { text: '核对本区共享目录与实际库表，消除无数据目录。', by: [0, 1] },
  { text: '开展数据质量问题核查，问题数据整改率不低于90%。', by: [2] },
];

function granted<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(`the demonstration was refused: ${result.refusal.code}`);
  return result.value;
}

/** Makes the office of the second plan and its agencies, for which the accounts can then be created. */
export async function makeDataOffice(): Promise<void> {
  granted(await makeOffice({ code: demonstrationOffices.data, name: '数据处' }, { actor: null, address: '' }));
  const first = (await db.agency.count()) + 1;
  await db.agency.createMany({
    data: districtAgencies.map((agency, index) => ({ ...agency, kind: '区', position: first + index })),
  });
}

/** Issues the second plan, by months and with a form of its own, to three districts. */
export async function issueDistrictPlan(coordinator: Actor): Promise<void> {
  const context = { actor: coordinator, now: new Date('2020-03-02T10:00:00+08:00'), address: '' };
  const office = await db.office.findUniqueOrThrow({
    where: { code: demonstrationOffices.data },
    select: { id: true },
  });
  granted(await createPlan({ ...settings, officeId: office.id, from: '' }, context));
  const agencies = await db.agency.findMany({
    where: { code: { in: districtAgencies.map(({ code }) => code) } },
    orderBy: { position: 'asc' },
    select: { id: true },
  });
  const { version } = await db.$transaction(async (transaction) => {
    const plan = await transaction.plan.update({ where: { code: planCode }, data: { deadlineRule, form, noticeText } });
    const facts = tasks.map(({ text, by }) =>
      plainTask(
        text,
        by.map((place) => agencies[place]?.id ?? ''),
      ),
    );
    await storeTasks(transaction, plan.id, facts);
    return plan;
  });
  granted(await issuePlan({ plan: planCode, version }, context));
}
