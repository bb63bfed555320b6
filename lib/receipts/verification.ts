import 'server-only';
import { canonicalForm } from '@/lib/domain/report/report-snapshot';
import { type CheckedReceipt, receiptFileSchema } from '@/lib/schemas/receipt-file';
import { sm3 } from '@/lib/server/files/digest';

/** The text of an exported version. */
export const written = (file: object) => `${JSON.stringify(file, null, 2)}\n`;

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
