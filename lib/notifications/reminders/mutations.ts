import 'server-only';
import type { Result } from '@/lib/domain/refusal';
import { type AskContext, writeReport } from '@/lib/server/database/write-path';

/** Reminds the agency's approvers of a report that waits for them; at most once in four hours. */
export function remindApprover(reportId: string, context: AskContext): Promise<Result<void>> {
  return writeReport(reportId, { ...context, version: null }, () => ({ command: { name: 'remind-approver' } }));
}

/** Reminds the agency's reporters of a report that they are still writing; at most once in four hours. */
export function remindReporter(reportId: string, context: AskContext): Promise<Result<void>> {
  return writeReport(reportId, { ...context, version: null }, () => ({ command: { name: 'remind-reporter' } }));
}
