import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalForm, type ReportSnapshot } from '@/lib/domain/report/report-snapshot';
import { receiptFile } from '@/lib/receipts/receipt-file';
import { verifyReceiptFile } from '@/lib/receipts/verification';
import { sm3 } from '@/lib/server/files/digest';
import { completeEntry } from '../support/report-states';

const snapshot = {
  plan: { code: '2020', title: '试验计划' },
  agency: { code: '04', name: '试验局' },
  quarter: '2020Q1',
  version: 2,
  entries: [{ ...completeEntry, progress: '已完成“一”项\n𠮷', taskId: 'a', taskCode: '2020-01', taskText: '任务' }],
} as unknown as ReportSnapshot;

const receipt = {
  receiptNumber: '2020Q1-04-2-ABCDEFGHJK',
  filedAt: new Date('2020-04-02T01:00:00.000Z'),
  filedBy: '某人',
  timeliness: 'on_time' as const,
  digest: sm3(canonicalForm(snapshot)),
  checkAt: 'http://localhost:3000/receipts/2020Q1-04-2-ABCDEFGHJK',
};

const file = receiptFile(receipt, snapshot);

function problemOf(text: string): string | null {
  const result = verifyReceiptFile(text);
  return result.ok ? null : result.problem.code;
}

describe('an exported version', () => {
  test('an exported version verifies unchanged, and gives receipt number, agency and digest', () => {
    expect(verifyReceiptFile(file)).toMatchObject({
      ok: true,
      receipt: { receiptNumber: receipt.receiptNumber, agencyName: '试验局', digest: receipt.digest },
    });
  });

  test('an exported version verifies with other line ends and a byte order mark', () => {
    expect(problemOf(`\uFEFF${file.replaceAll('\n', '\r\n')}`)).toBeNull();
  });

  test('an exported version fails to verify if any single character is changed', () => {
    const characters = fc.constantFrom('甲', 'a', '0', '1', 'f', ' ', '"', ',', '-', '\\', '\t', '{');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: file.length - 2 }), characters, (place, character) => {
        fc.pre(file[place] !== character);
        expect(problemOf(file.slice(0, place) + character + file.slice(place + 1))).not.toBeNull();
      }),
      { numRuns: 1_000 },
    );
  });

  test.each([
    ['the content', '已完成', '未完成', 'content-changed'],
    ['the digest', receipt.digest, '0'.repeat(64), 'content-changed'],
    ['the time', '2020-04-02T01:00', '2020-04-01T01:00', 'receipt-changed'],
    ['the number', '2-ABCDEFGHJK', '2-ABCDEFGHJL', 'receipt-changed'],
    ['who filed it', '某人', '他人', 'receipt-changed'],
    ['a key twice, of which only the last counts', '"progress":', '"progress": "另一段",\n"progress":', 'rewritten'],
    ['another format', 'task-progress-portal', 'another-portal', 'unreadable'],
  ])('a change of an exported version is named: %s', (_title, before, after, code) => {
    expect(file).toContain(before);
    expect(problemOf(file.replace(before, after))).toBe(code);
  });

  test('a text that is no exported version is unreadable', () => {
    for (const text of ['', '{}', 'null', '[]', '不是文件']) expect(problemOf(text)).toBe('unreadable');
  });

  test('a receipt with the content of another agency is refused even if all digests were computed anew', () => {
    const other = { ...snapshot, agency: { code: '05', name: '另一局' } };
    const forged = JSON.parse(receiptFile({ ...receipt, digest: sm3(canonicalForm(other)) }, other));
    forged.receipt.agencyName = '试验局';
    const { fileDigest: _, ...rest } = forged;
    const text = `${JSON.stringify({ ...rest, fileDigest: sm3(canonicalForm(rest)) }, null, 2)}\n`;
    expect(problemOf(text)).toBe('receipt-changed');
  });
});
