import { beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { rowsOf } from '@/lib/server/database/rows';
import { taskDuties } from '@/lib/server/database/task-sql';
import { type AmendedPlan, amend, makeAmendedPlan, midQuarter } from '../support/amended-plan';
import { setDemonstrationClock } from '../support/clock';
import { codeOf } from '../support/writing';

beforeAll(() => setDemonstrationClock(midQuarter));

const quarters = ['2020Q1', '2020Q2', '2020Q3', '2020Q4'];
const dutyRow = z.object({ quarter: z.string(), taskId: z.string(), agencyId: z.string() });

/** The duties of the agencies, as the database says it. */
async function dutiesOf(plan: AmendedPlan) {
  const rows = await rowsOf(dutyRow)`
    SELECT p.quarter, u."taskId", u."agencyId" FROM ${taskDuties} u JOIN "ReportingPeriod" p ON p.id = u."periodId"
    WHERE u."planId" = ${plan.id}::uuid`;
  return rows.map(({ quarter, taskId, agencyId }) => `${quarter} ${taskId} ${agencyId}`).toSorted();
}

/** The leads of each task from each amendment on, the latest last. */
type Model = Map<string, { from: string; leads: string[] }[]>;

function dutiesIn(model: Model, leadsReporting: 'each' | 'first') {
  const rows = [...model].flatMap(([taskId, states]) =>
    quarters.flatMap((quarter) => {
      const { leads = [] } = states.filter(({ from }) => from <= quarter).at(-1) ?? {};
      return (leadsReporting === 'each' ? leads : leads.slice(0, 1)).map((lead) => `${quarter} ${taskId} ${lead}`);
    }),
  );
  return rows.toSorted();
}

/** Numbers that look random and are the same in every run of a seed. */
function numbersFrom(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

test.each(['each', 'first'] as const)(
  'after any moves and ends, the duties of each period are those that the latest amendment until then leaves (%s lead)',
  async (leadsReporting) => {
    const seed = Date.now() % 100_000;
    console.info(`seed ${seed}`);
    const random = numbersFrom(seed);
    const plan = await makeAmendedPlan(leadsReporting);
    const owner = [0, 0, 1, 2];
    const model: Model = new Map(
      plan.tasks.map((id, index) => [id, [{ from: '', leads: [plan.agencies[owner[index] ?? 0] as string] }]]),
    );
    for (let step = 0; step < 25; step += 1) {
      const taskId = plan.tasks[random(4)] as string;
      const from = quarters[1 + random(3)] as string;
      const leads = plan.agencies.filter(() => random(2) === 1).sort(() => random(3) - 1);
      const isEnd = random(8) === 0;
      const result = await amend(
        plan,
        isEnd ? { kind: 'ended', taskId } : { kind: 'moved', taskId, leads: [...leads] },
        from,
      );
      if (codeOf(result) === null) model.get(taskId)?.push({ from, leads: isEnd ? [] : [...leads] });
      expect(await dutiesOf(plan)).toEqual(dutiesIn(model, leadsReporting));
    }
  },
);
