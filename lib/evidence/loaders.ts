import 'server-only';
import type { EvidenceByTask } from '@/lib/domain/report/evidence-files';
import type { ReportSnapshot } from '@/lib/domain/report/report-snapshot';
import { requireScope } from '@/lib/server/session/session';
import { getEvidenceLimits, listEvidence, listVersionEvidence } from './data';

export type { EvidenceByTask };

/** The files that a report has now, by task, and what its entries may have. */
export async function loadEvidence(reportId: string) {
  const { scope } = await requireScope();
  return { files: await listEvidence(scope, reportId), limits: getEvidenceLimits() };
}

/** The files that a filed version lists, by task; none where nothing was filed. */
export async function loadVersionEvidence(reportId: string, snapshot?: ReportSnapshot): Promise<EvidenceByTask> {
  const { scope } = await requireScope();
  return snapshot ? listVersionEvidence(scope, reportId, snapshot) : new Map();
}
