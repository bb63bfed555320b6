import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Actor, scopeOf } from '@/lib/domain/authorization';
import { getEvidence } from '@/lib/evidence/data';
import { followEvidence, scanPending } from '@/lib/evidence/scan/job';
import { fileReport } from '@/lib/filing/mutations';
import { notifyOfEvents } from '@/lib/notifications/pending/job';
import { makeAccount } from '../support/accounts';
import { setDemonstrationClock } from '../support/clock';
import { handIn, keptFiles, pdfOf, rowsOf } from '../support/evidence';
import { now } from '../support/report-states';
import { type MadeReport, makeReport } from '../support/reports';
import { samples } from '../support/sample-files';
import { noVerdict, Scanner, virus } from '../support/scanner';
import { sql } from '../support/sql';
import { by, codeOf, eventsOf, granted, storedReport } from '../support/writing';

beforeAll(() => setDemonstrationClock(now));

let scanner: Scanner;
let report: MadeReport;
let reporter: Actor;
beforeEach(async () => {
  scanner = new Scanner();
  process.env.CLAMD = await scanner.start();
  report = await makeReport();
  reporter = await makeAccount('reporter', report.agencyId);
});
afterEach(async () => {
  process.env.CLAMD = '';
  await scanner.stop();
});

const infected = Buffer.concat([samples.pdf, virus]);
const scans = async () => (await rowsOf(report.id)).map(({ scan }) => scan);

describe('scanning files for viruses', () => {
  test('a clean file is scanned before it is acknowledged', async () => {
    expect(granted(await handIn(report, reporter)).scan).toBe('clean');
    expect(scanner.scans).toBe(1);
  });

  test('an infected file is refused, and nothing of it stays', async () => {
    const before = await keptFiles();
    expect(codeOf(await handIn(report, reporter, { content: infected }))).toBe('evidence-infected');
    expect(await keptFiles()).toEqual(before);
    expect([await rowsOf(report.id), await eventsOf(report.id)]).toEqual([[], []]);
  });

  test('a file that comes while the scanner is unavailable stays pending, and is scanned when it is back', async () => {
    await scanner.stop();
    expect(granted(await handIn(report, reporter, { content: pdfOf('waits') })).scan).toBe('pending');
    await scanPending();
    expect(await scans()).toEqual(['pending']);
    await scanner.start();
    await Promise.all([scanPending(), scanPending(), scanPending()]);
    expect(await scans()).toEqual(['clean']);
    const events = await sql<{ detail: object }>(`SELECT detail FROM "Event" WHERE name = 'evidence-scanned'`);
    const [{ digest } = { digest: '' }] = await rowsOf(report.id);
    expect(events.map(({ detail }) => detail)).toContainEqual({ digest, scan: 'clean', files: 1 });
  });

  test('a pending file found infected is marked, and its bytes are deleted', async () => {
    await scanner.stop();
    granted(await handIn(report, reporter, { content: infected }));
    const [{ digest } = { digest: '' }] = await rowsOf(report.id);
    expect(await keptFiles()).toContain(digest);
    await scanner.start();
    await scanPending([digest]);
    expect(await scans()).toEqual(['infected']);
    expect(await keptFiles()).not.toContain(digest);
  });
});

describe('files that were stored while no scanner was set', () => {
  const withoutScanner = async (content: Buffer) => {
    const address = process.env.CLAMD;
    process.env.CLAMD = '';
    const file = granted(await handIn(report, reporter, { content }));
    process.env.CLAMD = address;
    return file;
  };
  const seen = async (id: string) => (await getEvidence(scopeOf(reporter), id))?.scan;

  test('they are withheld as soon as a scanner is set, and released when it has found them clean', async () => {
    const { id, scan } = await withoutScanner(pdfOf('before the scanner'));
    expect(scan).toBe('not_required');
    expect(await seen(id)).toBe('pending');
    await followEvidence();
    expect(await seen(id)).toBe('clean');
  });

  test('one that no scanner has seen stays readable where none is set', async () => {
    const { id } = await withoutScanner(pdfOf('no scanner at all'));
    process.env.CLAMD = '';
    await followEvidence();
    expect(await seen(id)).toBe('not_required');
  });

  test('an infected one is deleted, and its agency is told; of a filed one also the division', async () => {
    const address = process.env.CLAMD;
    const { id } = await withoutScanner(infected);
    const [{ digest } = { digest: '' }] = await rowsOf(report.id);
    const filed = await makeReport();
    const officer = await makeAccount('reporter', filed.agencyId);
    process.env.CLAMD = '';
    const content = Buffer.concat([infected, Buffer.from('filed')]);
    granted(await handIn(filed, officer, { content }));
    const { version } = await storedReport(filed.id);
    granted(await fileReport(filed.id, by(officer, version, now, 1)));
    process.env.CLAMD = address;
    await followEvidence();
    expect(await seen(id)).toBe('infected');
    expect(await keptFiles()).not.toContain(digest);
    const found = (events: { name: string; detail: unknown }[]) =>
      events.filter(({ name }) => name.includes('infected'));
    expect(found(await eventsOf(report.id))).toMatchObject([
      { name: 'evidence-infected', detail: { evidenceId: id, digest, name: '纪要.pdf' } },
    ]);
    expect(found(await eventsOf(filed.id)).map(({ name }) => name)).toEqual([
      'evidence-infected',
      'filed-evidence-infected',
    ]);
    await notifyOfEvents();
    const notified = await sql<{ subject: string }>('SELECT subject FROM "Notification" WHERE "accountId" = $1', [
      reporter.accountId,
    ]);
    expect(notified.map(({ subject }) => subject)).toEqual([expect.stringContaining('“纪要.pdf”查出病毒，已清除')]);
  });

  test('a file that gets no verdict does not keep others from being scanned', async () => {
    const unscannable = await withoutScanner(Buffer.concat([samples.pdf, noVerdict]));
    const other = await withoutScanner(pdfOf('behind the one without a verdict'));
    await followEvidence();
    expect([await seen(unscannable.id), await seen(other.id)]).toEqual(['pending', 'clean']);
  });
});
