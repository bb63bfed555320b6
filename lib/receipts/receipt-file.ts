import 'server-only';
import type { Timeliness } from '@/lib/domain/deadline/timeliness';
import { canonicalForm, type ReportSnapshot } from '@/lib/domain/report/report-snapshot';
import { type CheckedReceipt, receiptFileSchema } from '@/lib/schemas/receipt-file';
import { sm3 } from '@/lib/server/files/digest';

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

const written = (file: object) => `${JSON.stringify(file, null, 2)}\n`;

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

/** The reason why a file is not as the portal exported it. */
export type ReceiptFileProblem =
  | { code: 'unreadable' }
  | { code: 'content-changed'; stated: string; computed: string }
  | { code: 'receipt-changed' }
  | { code: 'rewritten' };

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const saysTheSame = ({ receipt, snapshot }: ReturnType<typeof receiptFileSchema.parse>) =>
  receipt.agencyName === snapshot.agency.name &&
  receipt.quarter === snapshot.quarter &&
  receipt.version === snapshot.version;

/**
 * Verifies an exported version by itself: the content against the digest of its receipt, the rest against the digest of
 * the file, and the text against the canonical form in which it was written (a duplicate key would hide a text). Only
 * line ends and a byte order mark may differ, because programs change them on their own.
 */
export function verifyReceiptFile(
  text: string,
): { ok: true; receipt: CheckedReceipt } | { ok: false; problem: ReceiptFileProblem } {
  const raw = parsed(text.replace(/^\uFEFF/, ''));
  const { data: file } = receiptFileSchema.safeParse(raw);
  if (!file) return { ok: false, problem: { code: 'unreadable' } };
  const { fileDigest, ...rest } = raw as typeof file;
  const { digest } = file.receipt;
  const computed = sm3(canonicalForm(rest.snapshot));
  if (computed !== digest) return { ok: false, problem: { code: 'content-changed', stated: digest, computed } };
  if (sm3(canonicalForm(rest)) !== fileDigest || !saysTheSame(file))
    return { ok: false, problem: { code: 'receipt-changed' } };
  const plain = text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
  if (plain.trimEnd() !== written(raw as object).trimEnd()) return { ok: false, problem: { code: 'rewritten' } };
  return { ok: true, receipt: file.receipt };
}
