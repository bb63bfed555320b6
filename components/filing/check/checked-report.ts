import type { EarlierVersion } from '@/components/reports/differences/earlier-difference';
import type { Refusal } from '@/lib/domain/refusal';
import type { EntryContent, EntryForm } from '@/lib/domain/report/entry';
import type { FieldSaves } from '@/lib/domain/report/field-save';
import type { EvidenceRow } from '@/lib/evidence/data';
import type { ReportExtension } from '@/lib/extensions/data';
import type { ReportWithStatus } from '@/lib/filing/data';
import type { NearCopy } from '@/lib/reports/last-period/data';
import type { ReturnedReview } from '@/lib/reports/returns/data';

type CheckedEntry = EntryContent & {
  taskId: string;
  taskCode: string;
  fieldSaves: FieldSaves;
  nearCopies: readonly NearCopy[];
  evidence: readonly EvidenceRow[];
};

/** A report on its check page, with the version that it is compared with. */
export type CheckedReport = ReportWithStatus & {
  extension: ReportExtension | null;
  form: EntryForm;
  entries: readonly CheckedEntry[];
  accountId: string;
  needsSignOff: boolean;
  refusal: Refusal | null;
  /** The return that is not answered yet. */
  returnedBy: ReturnedReview | null;
  earlier: EarlierVersion | null;
  /** Offers of supporting agencies that nobody has decided on. */
  pendingContributions: number;
};
