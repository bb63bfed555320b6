import 'server-only';
import type { Timeliness } from '@/lib/domain/deadline/timeliness';
import { canonicalForm, type ReportSnapshot } from '@/lib/domain/report/report-snapshot';
import { sm3 } from '@/lib/server/files/digest';
import { written } from './verification';

export type FiledReceipt = {
  receiptNumber: string;
  filedAt: Date;
  filedBy: string;
  timeliness: Timeliness;
  digest: string;
  /** The address at which the portal confirms that the receipt is genuine. */
  checkAt: string;
};

const algorithm = {
  name: 'SM3',
  standard: 'GB/T 32905-2016',
  canonicalForm: 'JSON in UTF-8, the keys of every object in the order of their code units, no spaces',
  digest: 'receipt.digest is the digest of the canonical form of snapshot',
  fileDigest: 'fileDigest is the digest of the canonical form of the file without fileDigest',
};

/** The filed content with every key that the digest covers. */
type FiledContent = Pick<ReportSnapshot, 'plan' | 'agency' | 'quarter' | 'version'>;

/** Gives a filed version as a file that can be verified without the portal. */
export function receiptFile(receipt: FiledReceipt, snapshot: FiledContent): string {
  const file = {
    format: 'task-progress-portal-filed-version',
    formatVersion: 1,
    receipt: {
      receiptNumber: receipt.receiptNumber,
      agencyName: snapshot.agency.name,
      planTitle: snapshot.plan.title,
      quarter: snapshot.quarter,
      version: snapshot.version,
      filedAt: receipt.filedAt.toISOString(),
      filedBy: receipt.filedBy,
      timeliness: receipt.timeliness,
      digest: receipt.digest,
      checkAt: receipt.checkAt,
    },
    algorithm,
    snapshot,
  };
  return written({ ...file, fileDigest: sm3(canonicalForm(file)) });
}
