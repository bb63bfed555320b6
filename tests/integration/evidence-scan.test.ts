import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '@/lib/domain/authorization';
import { scanPending } from '@/lib/evidence/scan/job';
import { makeAccount } from '../support/accounts';
import { setDemonstrationClock } from '../support/clock';
import { handIn, keptFiles, pdfOf, rowsOf } from '../support/evidence';
import { now } from '../support/report-states';
import { type MadeReport, makeReport } from '../support/reports';
import { samples } from '../support/sample-files';
import { Scanner, virus } from '../support/scanner';
import { sql } from '../support/sql';
import { codeOf, eventsOf, granted } from '../support/writing';

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
    await scanPending(digest);
    expect(await scans()).toEqual(['infected']);
    expect(await keptFiles()).not.toContain(digest);
  });
});
