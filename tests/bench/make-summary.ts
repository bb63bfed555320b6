import { civilDateOf } from '@/lib/domain/civil-date';
import type { Quarter } from '@/lib/domain/quarter';
import { db } from '@/lib/server/db';
import { makeSummary } from '@/lib/summaries/mutations';

// Makes a draft of the quarterly summary of a plan with every section, and answers with its id and its tasks. A process of its own.

export type SummaryTask = { plan: string; quarter: Quarter };
export type MadeSummary = { id: string; tasks: number };

process.once('message', async ({ plan, quarter }: SummaryTask) => {
  const { id, displayName, roles } = await db.account.findUniqueOrThrow({ where: { userName: 'coordinator' } });
  const now = new Date();
  const made = await makeSummary(
    {
      plan,
      quarter,
      arrangement: 'by_agency',
      chosen: ['progress', 'problems', 'results', 'nextSteps'],
      includesFiled: true,
      withTable: true,
      title: '性能测试汇总',
      introduction: '',
      closing: '',
      signedOn: civilDateOf(now),
    },
    { actor: { accountId: id, displayName, roles, agencyId: null }, now, address: '' },
  );
  if (!made.ok) throw new Error(`the summary was refused: ${made.refusal.code}`);
  const tasks = await db.summaryEntry.count({ where: { summaryId: made.value } });
  process.send?.({ id: made.value, tasks } satisfies MadeSummary);
});
