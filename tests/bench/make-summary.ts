import { askForSummary } from '@/lib/documents/mutations';
import { civilDateOf } from '@/lib/domain/calendar/civil-date';
import type { PeriodCode } from '@/lib/domain/calendar/period';
import type { Result } from '@/lib/domain/refusal';
import { noticeForm, sectionsOf } from '@/lib/domain/report/entry';
import { db } from '@/lib/server/database/db';
import { makeSummary, type SummarySettings } from '@/lib/summaries/mutations';

// Makes a draft of a period's summary of a plan with every section, asks for its document as the division does, and
// answers with its tasks. A process of its own.

export type SummaryTask = { plan: string; quarter: PeriodCode };
export type AskedSummary = { documentId: string; tasks: number };

function granted<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(`the bench was refused: ${result.refusal.code}`);
  return result.value;
}

process.once('message', async ({ plan, quarter }: SummaryTask) => {
  const { id, displayName, roles } = await db.account.findUniqueOrThrow({ where: { userName: 'coordinator' } });
  const now = new Date();
  const context = {
    actor: { accountId: id, displayName, roles, offices: 'all' as const, agencyId: null },
    now,
    address: '',
  };
  const settings: SummarySettings = {
    arrangement: 'by_agency',
    chosen: sectionsOf(noticeForm),
    includesFiled: true,
    withTable: true,
  };
  const words = { title: '性能测试汇总', introduction: '', closing: '', signedOn: civilDateOf(now) };
  const summaryId = granted(await makeSummary({ plan, quarter, ...settings, ...words }, context));
  const { id: documentId } = granted(await askForSummary({ summaryId }, context));
  const tasks = await db.summaryEntry.count({ where: { summaryId } });
  process.send?.({ documentId, tasks } satisfies AskedSummary);
});
