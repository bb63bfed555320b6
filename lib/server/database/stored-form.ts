import 'server-only';
import { z } from 'zod';
import { type EntryForm, noticeForm } from '@/lib/domain/report/entry';
import { db, type Transaction } from './db';
import { storedForm } from './stored-json';

/** Gives the form of a plan; that of the notice where there is no such plan. */
export async function getFormOfPlan(planCode: string, client: Transaction = db): Promise<EntryForm> {
  const plan = await client.plan.findUnique({ where: { code: planCode }, select: { form: true, rhythm: true } });
  return plan ? storedForm(plan) : noticeForm;
}

/**
 * Gives the form by which what is typed into a report is read; that of the notice where there is no such report. It says
 * nothing about whether the report may be written.
 */
export async function getFormOfReport(reportId: unknown): Promise<EntryForm> {
  const id = z.uuid().safeParse(reportId).data;
  if (id === undefined) return noticeForm;
  const report = await db.report.findUnique({
    where: { id },
    select: { period: { select: { plan: { select: { form: true, rhythm: true } } } } },
  });
  return report ? storedForm(report.period.plan) : noticeForm;
}
