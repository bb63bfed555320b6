import 'server-only';
import type { ReportSnapshot } from '@/lib/domain/report/report-snapshot';
import { requireScope } from '@/lib/server/session/session';
import { type EvidenceByTask, getEvidenceLimits, listEvidence, listVersionEvidence } from './data';

export type { EvidenceByTask };

/** Loads the present files of a report by task, and the limits for its entries. */
export async function loadEvidence(reportId: string) {
  const { scope } = await requireScope();
  return { files: await listEvidence(scope, reportId), limits: getEvidenceLimits() };
}

/** Loads the files of a filed version by task; none where nothing was filed. */
export async function loadVersionEvidence(reportId: string, snapshot?: ReportSnapshot): Promise<EvidenceByTask> {
  const { scope } = await requireScope();
  return snapshot ? listVersionEvidence(scope, reportId, snapshot) : new Map();
}
