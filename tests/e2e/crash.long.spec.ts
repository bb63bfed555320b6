import { expect } from '@playwright/test';
import { actionOf, formsOf } from '../support/forms';
import { outOfStep } from '../support/out-of-step';
import { type Officer, OwnPortal } from '../support/own-portal';
import { test } from '../support/pages/test';
import { type MadeReport, makeAgency, makeReport } from '../support/reports';

let portal: OwnPortal;
let agencyId: string;
let reporter: Officer;

test.beforeAll(async () => {
  portal = await OwnPortal.start();
  agencyId = await makeAgency(portal.sql);
  reporter = await portal.signIn('reporter', agencyId);
});

test.afterAll(() => portal.stop());

const checkPage = (reportId: string) => `/filing/${reportId}/check`;

/** Files every report at once through the action of the check page and calls `kill` after the first receipts. */
async function fileAll(reports: readonly MadeReport[], kill: () => Promise<void>): Promise<string[]> {
  const [first] = reports as [MadeReport];
  const form = formsOf(await reporter.page(checkPage(first.id))).find(({ fields }) => fields.reportId === first.id);
  const { id: actionId } = actionOf(form ?? { fields: {}, text: '' });
  const seen = { contentVersion: form?.fields.contentVersion ?? '' };
  const acknowledged: string[] = [];
  let killed: Promise<void> | undefined;
  const file = async ({ id, version }: MadeReport) => {
    const response = await reporter.call(checkPage(id), actionId, { ...seen, reportId: id, version: String(version) });
    if (!response.headers.get('x-action-redirect')?.includes(`/filing/${id}/versions/1`)) return;
    acknowledged.push(id);
    if (acknowledged.length === 4) killed = kill();
  };
  // Requests under way when the server was killed have no answer.
  await Promise.all(reports.map((report) => file(report).catch(() => undefined)));
  await killed;
  return acknowledged;
}

async function makeReports(): Promise<MadeReport[]> {
  const reports: MadeReport[] = [];
  while (reports.length < 40) reports.push(await makeReport({ agencyId, run: portal.sql }));
  return reports;
}

/** Checks that each acknowledged report has its receipt, and each other one is filed whole or not at all. */
async function expectNothingHalfDone(reports: readonly MadeReport[], acknowledged: readonly string[]): Promise<void> {
  expect(acknowledged.length).toBeGreaterThanOrEqual(4);
  expect(await outOfStep(portal.sql)).toEqual([]);
  for (const { id } of reports) {
    const [version] = await portal.sql<{ receiptNumber: string }>(
      'SELECT "receiptNumber" FROM "FiledVersion" WHERE "reportId" = $1',
      [id],
    );
    const receipt = await reporter.request(`/filing/${id}/versions/1`);
    expect(receipt.status).toBe(version ? 200 : 404);
    if (version) expect(await receipt.text()).toContain(version.receiptNumber);
    if (!version) expect(acknowledged).not.toContain(id);
  }
}

test('after kill -9 of the server during forty filings every acknowledged receipt exists', async () => {
  const reports = await makeReports();
  const acknowledged = await fileAll(reports, () => portal.kill());
  await portal.restart();
  await expectNothingHalfDone(reports, acknowledged);
});

test('after kill -9 of the database the portal recovers by itself, and every acknowledged receipt exists', async () => {
  const reports = await makeReports();
  const killed = portal.databaseProcess();
  const acknowledged = await fileAll(reports, async () => void process.kill(killed, 'SIGKILL'));
  await expect(async () => expect(portal.databaseProcess()).not.toBe(killed)).toPass();
  await portal.untilHealthy();
  await expectNothingHalfDone(reports, acknowledged);
});
