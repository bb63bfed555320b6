import 'server-only';
import { accepted, type Result, refused } from '@/lib/domain/refusal';
import { parseReceiptNumber } from '@/lib/domain/report/receipt-number';
import type { CheckedFile } from '@/lib/schemas/form-state';
import { lookUpReceipt } from './data';
import { verifyReceiptFile } from './verification';

/**
 * Compares an exported version with the receipt that the portal keeps. Refuses a file that was not exported by a portal
 * or was changed since, one whose receipt this portal has not issued, and look-ups beyond the limit of an address.
 */
export async function checkReceiptFile(file: File): Promise<Result<CheckedFile>> {
  const verified = verifyReceiptFile(await file.text());
  if (!verified.ok) return refused({ code: `receipt-file-${verified.problem.code}` });
  const number = parseReceiptNumber(verified.receipt.receiptNumber);
  const answer = number === null ? { kind: 'unknown' as const } : await lookUpReceipt(number);
  if (answer.kind === 'limited') return refused({ code: 'look-ups-limited', minutes: answer.minutes });
  const { digest } = verified.receipt;
  if (answer.kind === 'unknown' || answer.receipt.digest !== digest) return refused({ code: 'receipt-file-unknown' });
  const { receiptNumber, agencyName, version } = answer.receipt;
  return accepted({ receiptNumber, agencyName, version });
}
