import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Actor, scopeOf } from '@/lib/domain/authorization';
import { getEvidence, listEvidence, listScans, listVersionEvidence } from '@/lib/evidence/data';
import { removeEvidence } from '@/lib/evidence/mutations';
import { getFiledVersion } from '@/lib/filing/data';
import { fileReport, withdrawReport } from '@/lib/filing/mutations';
import { makeAccount } from '../support/accounts';
import { setDemonstrationClock } from '../support/clock';
import { asking, handIn, keptFiles, pdfOf, rowsOf } from '../support/evidence';
import { everyRole } from '../support/expected-lifecycle';
import { now } from '../support/report-states';
import { type MadeReport, makeReport } from '../support/reports';
import { one } from '../support/sql';
import { by, granted, storedReport } from '../support/writing';

beforeAll(() => setDemonstrationClock(now));

let report: MadeReport;
let reporter: Actor;
beforeEach(async () => {
  report = await makeReport();
  reporter = await makeAccount('reporter', report.agencyId);
});

const contentVersion = async () =>
  (await one<{ v: number }>('SELECT "contentVersion" AS v FROM "Report" WHERE id = $1', [report.id])).v;
const remove = (id: string, actor = reporter) => removeEvidence(report.id, id, asking(actor));
const file = async () => {
  const { version } = await storedReport(report.id);
  return granted(await fileReport(report.id, by(reporter, version, now, await contentVersion())));
};

describe('the files of a filed version', () => {
  test('a filed version lists its files, and they stay readable when they are removed from the report', async () => {
    const kept = granted(await handIn(report, reporter, { content: pdfOf('filed') }));
    const { version } = await file();
    granted(await withdrawReport(report.id, by(reporter, (await storedReport(report.id)).version)));
    granted(await remove(kept.id));
    expect(await listEvidence(scopeOf(reporter), report.id)).toEqual(new Map());

    const scope = scopeOf(reporter);
    const filed = await getFiledVersion(scope, report.id, version);
    const [entry] = filed?.snapshot.entries ?? [];
    const [{ digest } = { digest: '' }] = await rowsOf(report.id);
    expect(entry?.evidence).toEqual([{ id: kept.id, name: kept.name, size: kept.size, digest }]);
    expect(filed?.snapshot.entries[1]).not.toHaveProperty('evidence');
    const listed = filed && (await listVersionEvidence(scope, report.id, filed.snapshot));
    expect(listed?.get(report.taskIds[0] ?? '')?.map(({ id }) => id)).toEqual([kept.id]);
    expect(await getEvidence(scope, kept.id)).not.toBeNull();
    expect(await keptFiles()).toContain(digest);
  });
});

describe('the right to read a file', () => {
  const readers = async (id: string) => {
    const found: string[] = [];
    for (const role of everyRole) {
      const isOfAgency = role === 'reporter' || role === 'approver';
      const actor = await makeAccount(role, isOfAgency ? report.agencyId : null);
      if (await getEvidence(scopeOf(actor), id)) found.push(role);
    }
    return found;
  };

  test('a file of a draft is readable only for its agency', async () => {
    const { id } = granted(await handIn(report, reporter));
    expect(await readers(id)).toEqual(['reporter', 'approver']);
    const reviewer = await makeAccount('reviewer');
    expect(await listEvidence(scopeOf(reviewer), report.id)).toEqual(new Map());
    expect(await listScans(scopeOf(reviewer), report.id)).toEqual([]);
  });

  test('a file of a filed version is readable for its agency, the division and the leader', async () => {
    const { id } = granted(await handIn(report, reporter));
    await file();
    expect(await readers(id)).toEqual(['reporter', 'approver', 'reviewer', 'coordinator', 'leader']);
  });

  test('a file is not readable for another agency', async () => {
    const { id } = granted(await handIn(report, reporter));
    await file();
    const stranger = await makeAccount('approver', (await makeReport()).agencyId);
    expect(await getEvidence(scopeOf(stranger), id)).toBeNull();
    expect(await listEvidence(scopeOf(stranger), report.id)).toEqual(new Map());
    expect(await getEvidence(scopeOf(stranger), 'no id')).toBeNull();
  });
});
