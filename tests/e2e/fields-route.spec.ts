import { randomUUID } from 'node:crypto';
import { expect } from '@playwright/test';
import type { Role } from '@/lib/domain/authorization';
import { Visitor } from '../support/forms';
import { type Officer, OwnPortal } from '../support/own-portal';
import { test } from '../support/pages/test';
import { completeEntry } from '../support/report-states';
import { type MadeReport, makeAgency, makeReport } from '../support/reports';

// The tests call the route on which the editor saves single fields, as its script does.

let portal: OwnPortal;
let report: MadeReport;
let reporter: Officer;

test.beforeAll(async () => {
  portal = await OwnPortal.start();
});

test.afterAll(() => portal.stop());

test.beforeEach(async () => {
  report = await makeReport({ run: portal.sql });
  reporter = await portal.signIn('reporter', report.agencyId);
});

const path = (reportId = report.id) => `/api/filing/reports/${reportId}/fields`;
const change = (changed: object = {}) => ({
  taskId: report.taskIds[0],
  field: 'progress',
  version: 0,
  content: '新写的',
  ...changed,
});

async function put(visitor: Visitor, body: unknown, reportId = report.id) {
  const response = await visitor.request(path(reportId), { method: 'PUT', body: JSON.stringify(body) });
  return { status: response.status, answer: await response.json() };
}

/** Checks that the stored texts are as they were made and that there is no event. */
async function expectNothingStored(): Promise<void> {
  const rows = await portal.sql<{ progress: string }>(
    `SELECT content ->> 'progress' AS progress FROM "Entry" WHERE "reportId" = $1`,
    [report.id],
  );
  expect(rows.map(({ progress }) => progress)).toEqual(report.taskIds.map(() => completeEntry.progress));
  expect(await portal.sql('SELECT 1 FROM "Event" WHERE "reportId" = $1', [report.id])).toEqual([]);
}

test('a saved field gets its new version, and all fields are returned as they are stored', async () => {
  const { status, answer } = await put(reporter, { accountId: reporter.accountId, changes: [change()] });
  expect(status).toBe(200);
  expect(answer).toMatchObject({
    saved: [{ taskId: report.taskIds[0], field: 'progress', version: 1 }],
    conflicts: [],
    nearCopies: [],
  });
  const response = await reporter.request(path());
  expect(response.headers.get('cache-control')).toBe('no-store');
  const { canSave, entries } = await response.json();
  expect(canSave).toBe(true);
  expect(entries[0]).toMatchObject({
    taskId: report.taskIds[0],
    progress: '新写的',
    fieldSaves: { progress: { version: 1, by: reporter.userName } },
  });
});

test('a field that somebody else saved meanwhile is returned as a conflict, and the others are stored', async () => {
  await put(reporter, { changes: [change()] });
  const approver = await portal.signIn('approver', report.agencyId);
  const changes = [change({ content: '晚到的' }), change({ field: 'results', content: '成效二' })];
  const { status, answer } = await put(approver, { changes });
  expect(status).toBe(200);
  expect(answer.conflicts).toMatchObject([{ field: 'progress', version: 1, content: '新写的', by: reporter.userName }]);
  expect(answer.saved).toMatchObject([{ field: 'results', version: 1 }]);
});

test('401 without a session, with a one-time password, or for another account than that of the editor', async () => {
  const refused = { status: 401, answer: { refusal: { code: 'signed-out' } } };
  expect(await put(new Visitor(portal.url), { changes: [change()] })).toEqual(refused);
  expect(await put(reporter, { accountId: randomUUID(), changes: [change()] })).toEqual(refused);
  await portal.sql('UPDATE "Account" SET "mustChangePassword" = true WHERE id = $1', [reporter.accountId]);
  expect(await put(reporter, { changes: [change()] })).toEqual(refused);
  await expectNothingStored();
});

test('403 for a request from a page of another site', async () => {
  const elsewhere = new Visitor(portal.url, 'https://elsewhere.example');
  elsewhere.setCookie('portal-session', reporter.cookie('portal-session'));
  expect((await put(elsewhere, { changes: [change()] })).status).toBe(403);
  await expectNothingStored();
});

test('404 for another agency, for administrators, and for a report that does not exist', async () => {
  const stranger = await portal.signIn('reporter', await makeAgency(portal.sql));
  const administrators: Role[] = ['system_administrator', 'security_administrator', 'auditor'];
  const others = [stranger, ...(await Promise.all(administrators.map((role) => portal.signIn(role))))];
  for (const other of others) {
    expect((await put(other, { changes: [change()] })).status).toBe(404);
    expect((await other.request(path())).status).toBe(404);
  }
  for (const id of [randomUUID(), 'none']) {
    expect((await put(reporter, { changes: [change()] }, id)).status).toBe(404);
    expect((await reporter.request(path(id))).status).toBe(404);
  }
  expect((await new Visitor(portal.url).request(path())).status).toBe(404);
  await expectNothingStored();
});

test('403 for the division, which reads reports and does not write them', async () => {
  const reviewer = await portal.signIn('reviewer');
  expect((await put(reviewer, { changes: [change()] })).status).toBe(403);
  await expectNothingStored();
});

test('409 for a report that is with the division', async () => {
  report = await makeReport({ status: 'filed', agencyId: report.agencyId, run: portal.sql });
  const { status, answer } = await put(reporter, { changes: [change()] });
  expect([status, answer.refusal.code]).toEqual([409, 'wrong-status']);
  expect((await (await reporter.request(path())).json()).canSave).toBe(false);
});

test('400 for values that do not fit their field, and nothing of them is stored', async () => {
  const good = change({ field: 'results', content: '成效二' });
  const bad = [
    change({ content: '字'.repeat(3001) }),
    change({ field: 'noProgressReason', content: '字'.repeat(501) }),
    change({ field: 'light', content: 'purple' }),
    change({ field: 'noProblems', content: 'yes' }),
    change({ field: 'status', content: 'accepted' }),
    change({ version: -1 }),
    change({ taskId: 'none' }),
  ];
  for (const one of bad)
    expect(await put(reporter, { changes: [good, one] })).toEqual({ status: 400, answer: { invalid: true } });
  for (const body of [{}, { changes: [] }, { changes: Array(101).fill(good) }, null, 'text']) {
    expect((await put(reporter, body)).status).toBe(400);
  }
  await expectNothingStored();
});
