import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Actor, scopeOf } from '@/lib/domain/authorization';
import { civilDate } from '@/lib/domain/calendar/civil-date';
import { parseReceiptNumber } from '@/lib/domain/report/receipt-number';
import { fileReport, saveReport } from '@/lib/filing/mutations';
import { listFiledVersions, lookUpReceiptFrom, receiptCheckAddress } from '@/lib/receipts/data';
import { returnReport } from '@/lib/review/mutations';
import { makeAccount } from '../support/accounts';
import { setDemonstrationClock } from '../support/clock';
import { completeEntry, now } from '../support/report-states';
import { type MadeReport, makeReport } from '../support/reports';
import { one, sql } from '../support/sql';
import { by, granted, storeCalendar, typed } from '../support/writing';

const secret = '只有内部才能看的进展';
let report: MadeReport;
let reporter: Actor;
let receiptNumber: string;
let typedNumber: string;

beforeAll(async () => {
  await storeCalendar();
  await setDemonstrationClock(now);
  report = await makeReport({ entry: { ...completeEntry, progress: secret } });
  reporter = await makeAccount('reporter', report.agencyId);
  ({ receiptNumber } = granted(await fileReport(report.id, by(reporter, 7))));
  typedNumber = parseReceiptNumber(receiptNumber) ?? '';
});

beforeEach(() => sql('DELETE FROM "ReceiptLookup"'));

const unknown = '2020Q1-04-1-ZZZZZZZZZZ';
const minutesOf = (answer: Awaited<ReturnType<typeof lookUpReceiptFrom>>) =>
  answer.kind === 'limited' ? answer.minutes : 0;
const lookUp = (times: number, address: string, number = unknown) =>
  Promise.all(Array.from({ length: times }, () => lookUpReceiptFrom(address, number)));

describe('looking up a receipt', () => {
  test('a receipt look-up gives agency, plan, period, version, time and digest', async () => {
    const stored = await one<{ digest: string; filedAt: Date; name: string }>(
      `SELECT v.digest, v."filedAt", a.name FROM "FiledVersion" v JOIN "Report" r ON r.id = v."reportId"
       JOIN "Agency" a ON a.id = r."agencyId" WHERE v."receiptNumber" = $1`,
      [receiptNumber],
    );
    expect(await lookUpReceiptFrom('', typedNumber)).toEqual({
      kind: 'genuine',
      receipt: {
        receiptNumber,
        agencyName: stored.name,
        planTitle: '试验计划',
        periodCode: '2020Q1',
        version: 1,
        filedAt: stored.filedAt,
        digest: stored.digest,
      },
    });
  });

  test('a receipt look-up gives neither the content nor the person who filed', async () => {
    const answer = JSON.stringify(await lookUpReceiptFrom('', typedNumber));
    for (const inside of [secret, reporter.displayName, reporter.accountId, report.id])
      expect(answer).not.toContain(inside);
  });

  test('the code of a receipt has the address of its look-up', () => {
    expect(receiptCheckAddress(receiptNumber)).toBe(`http://localhost:3000/receipts/${receiptNumber}`);
  });

  test('a number that no receipt has is answered as unknown', async () => {
    expect(await lookUpReceiptFrom('', unknown)).toEqual({ kind: 'unknown' });
  });
});

describe('guessing receipt numbers', () => {
  test('after twenty wrong numbers an address is refused even the right one, with the minutes to wait', async () => {
    const answers = await lookUp(20, '10.1.1.1');
    expect(new Set(answers.map(({ kind }) => kind))).toEqual(new Set(['unknown']));
    expect(minutesOf(await lookUpReceiptFrom('10.1.1.1', typedNumber))).toBe(15);
    expect((await lookUpReceiptFrom('10.1.1.2', typedNumber)).kind).toBe('genuine');
  });

  test('of forty wrong numbers sent at once from one address only twenty are looked up', async () => {
    const kinds = (await lookUp(40, '10.1.1.3')).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'unknown')).toHaveLength(20);
    expect(kinds.filter((kind) => kind === 'limited')).toHaveLength(20);
  });

  test('a hundred right numbers can be looked up from one address', async () => {
    for (let count = 0; count < 100; count += 1) {
      expect((await lookUpReceiptFrom('10.1.1.4', typedNumber)).kind).toBe('genuine');
    }
  });

  test('right numbers are never counted, however many are looked up at once', async () => {
    const kinds = (await lookUp(60, '10.1.1.6', typedNumber)).map(({ kind }) => kind);
    expect(new Set(kinds)).toEqual(new Set(['genuine']));
    expect((await lookUp(20, '10.1.1.6')).map(({ kind }) => kind)).toEqual(Array(20).fill('unknown'));
  });

  test('wrong numbers from a thousand other addresses refuse nobody else a right one', async () => {
    for (let network = 0; network < 20; network += 1)
      await Promise.all(Array.from({ length: 50 }, (_, host) => lookUp(1, `10.2.${network}.${host}`)));
    expect((await lookUpReceiptFrom('10.1.2.1', typedNumber)).kind).toBe('genuine');
  });

  test('the addresses of one IPv6 network are counted as one, and the next network by itself', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, index) => lookUp(1, `2001:db8:1:2::${index + 1}`)));
    expect(minutesOf(await lookUpReceiptFrom('2001:db8:1:2:ffff::1', typedNumber))).toBe(15);
    expect((await lookUpReceiptFrom('2001:db8:1:3::1', typedNumber)).kind).toBe('genuine');
  });

  test('the limit of an address ends after a quarter of an hour', async () => {
    await lookUp(21, '10.1.1.5');
    await sql(`UPDATE "ReceiptLookup" SET expire = now() - interval '1 s'`);
    expect((await lookUpReceiptFrom('10.1.1.5', typedNumber)).kind).toBe('genuine');
  });
});

describe('the versions of a report', () => {
  const numbersFor = async (actor: Actor) =>
    (await listFiledVersions(scopeOf(actor), report.id))?.versions.map(({ number }) => number);

  test('agency, division and leader see all versions of a report, and others find no report', async () => {
    const reviewer = await makeAccount('reviewer');
    const reasons = [{ taskId: report.taskIds[0] ?? '', section: 'results' as const, text: '请补充' }];
    granted(await returnReport(report.id, { reasons, returnDueOn: civilDate('2020-04-08') }, by(reviewer, 8)));
    const mended = typed(report.taskIds, () => ({ ...completeEntry, results: '已补充' }));
    granted(await saveReport(report.id, mended, by(reporter, 9)));
    granted(await fileReport(report.id, by(reporter, 9, now, 1)));
    expect(await numbersFor(reporter)).toEqual([1, 2]);
    expect(await numbersFor(reviewer)).toEqual([1, 2]);
    expect(await numbersFor(await makeAccount('leader'))).toEqual([1, 2]);
    const elsewhere = await makeReport();
    expect(await numbersFor(await makeAccount('reporter', elsewhere.agencyId))).toBeUndefined();
    expect(await numbersFor(await makeAccount('system_administrator'))).toBeUndefined();
    expect(await listFiledVersions(scopeOf(reviewer), randomUUID())).toBeNull();
  });
});
