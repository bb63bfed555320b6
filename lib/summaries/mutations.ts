import 'server-only';
import { coversOffice, scopeOf } from '@/lib/domain/authorization';
import { storedDateOf } from '@/lib/domain/calendar/civil-date';
import type { PeriodCode } from '@/lib/domain/calendar/period';
import { accepted, type Result, refused } from '@/lib/domain/refusal';
import type { Section } from '@/lib/domain/report/entry';
import type { SummaryArrangement } from '@/lib/domain/review/summary';
import type { SavedDraft } from '@/lib/schemas/form-state';
import type { SummaryFrame } from '@/lib/schemas/summary';
import { db } from '@/lib/server/database/db';
import { recordEvent } from '@/lib/server/database/events';
import type { AskContext } from '@/lib/server/database/write-path';
import { addEntries, rankEntries } from '@/lib/summaries/entries/mutations';
import { refusalOfWriter, summaryTransaction, writeSummary } from '@/lib/summaries/writing/summary-write';

export type SummarySettings = {
  arrangement: SummaryArrangement;
  chosen: Section[];
  includesFiled: boolean;
  withTable: boolean;
};

const columnsOf = ({ arrangement, chosen, includesFiled, withTable }: SummarySettings) => ({
  arrangement,
  sections: chosen,
  includesFiled,
  withTable,
});

const frameOf = ({ title, introduction, closing, signedOn }: SummaryFrame) => ({
  title,
  introduction,
  closing,
  signedOn: storedDateOf(signedOn),
});

/** Creates a draft from a period's reports, in the order of the annex, and gives its id. */
export async function makeSummary(
  { plan, quarter, ...given }: { plan: string; quarter: PeriodCode } & SummarySettings & SummaryFrame,
  { actor, now, address }: AskContext,
): Promise<Result<string>> {
  const refusal = refusalOfWriter(actor);
  if (refusal) return refusal;
  const { accountId } = actor;
  return db.$transaction(async (transaction) => {
    const period = await transaction.reportingPeriod.findFirst({
      where: { code: quarter, plan: { code: plan } },
      select: { id: true, plan: { select: { officeId: true } } },
    });
    if (!period || !coversOffice(scopeOf(actor), period.plan.officeId)) return refused({ code: 'not-found' });
    const made = { periodId: period.id, madeAt: now, madeById: accountId, changedAt: now, changedById: accountId };
    const { id } = await transaction.summary.create({
      data: { ...made, ...columnsOf(given), ...frameOf(given) },
      select: { id: true },
    });
    const tasks = await addEntries(transaction, { id, periodId: period.id, ...columnsOf(given) });
    const detail = { summaryId: id, plan, quarter, ...columnsOf(given), tasks };
    await recordEvent(transaction, { name: 'summary-made', accountId, address, detail });
    return accepted(id);
  }, summaryTransaction);
}

type Versioned = { summaryId: string; version: number };

/** Changes title, introduction, closing and date; gives the draft's new version. */
export async function saveSummaryFrame(
  { summaryId, version, ...frame }: Versioned & SummaryFrame,
  context: AskContext,
): Promise<Result<SavedDraft>> {
  const result = await writeSummary(summaryId, context, async (_transaction, stored) => {
    if (stored.version !== version) return refused({ code: 'stale' });
    return accepted({
      name: 'summary-frame-saved',
      detail: frame,
      summary: { ...frameOf(frame), version: version + 1 },
    });
  });
  return result.ok ? accepted({ version: version + 1, at: context.now.toISOString() }) : result;
}

/** Changes the selection and the arrangement; another arrangement starts in the order of the annex. Edits are kept. */
export function saveSummarySettings(
  { summaryId, version, ...settings }: Versioned & SummarySettings,
  context: AskContext,
): Promise<Result<void>> {
  return writeSummary(summaryId, context, async (transaction, stored) => {
    if (stored.version !== version) return refused({ code: 'stale' });
    const columns = columnsOf(settings);
    const isRearranged = stored.arrangement !== settings.arrangement;
    if (isRearranged) await rankEntries(transaction, { id: summaryId, arrangement: settings.arrangement });
    const orderVersion = isRearranged ? stored.orderVersion + 1 : undefined;
    return accepted({
      name: 'summary-settings-saved',
      detail: columns,
      summary: { ...columns, version: version + 1, orderVersion },
    });
  });
}

/** The plan and the period in whose list a draft was. */
type Place = { plan: string; periodCode: PeriodCode };

async function placeOf(summaryId: string): Promise<Place> {
  const { period } = await db.summary.findUniqueOrThrow({
    where: { id: summaryId },
    select: { period: { select: { code: true, plan: { select: { code: true } } } } },
  });
  return { plan: period.plan.code, periodCode: period.code as PeriodCode };
}

/**
 * Deletes a draft in the state that was read: later changes by others who have it open are refused as `not-found`.
 * Refuses `stale` where somebody changed it meanwhile. Documents written from it stay.
 */
export async function deleteSummary(
  { summaryId, changedAt }: { summaryId: string; changedAt: Date },
  context: AskContext,
): Promise<Result<Place>> {
  const result = await writeSummary(summaryId, context, async (_transaction, stored) => {
    if (stored.changedAt.getTime() !== changedAt.getTime()) return refused({ code: 'stale' });
    return accepted({
      name: 'summary-deleted',
      detail: { title: stored.title },
      summary: { deletedAt: context.now },
    });
  });
  return result.ok ? accepted(await placeOf(summaryId)) : result;
}
