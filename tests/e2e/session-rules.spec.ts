import { expect } from '@playwright/test';
import { actionOf, formsOf, refusalIn, Visitor } from '../support/forms';
import { type Officer, OwnPortal } from '../support/own-portal';
import { test } from '../support/pages/test';
import { makeAgency, makeReport } from '../support/reports';

let portal: OwnPortal;
let agencyId: string;

test.beforeAll(async () => {
  portal = await OwnPortal.start();
  agencyId = await makeAgency(portal.sql);
});

test.afterAll(() => portal.stop());

/** Returns the address or the status that a request for a desk is answered with. */
async function answer(visitor: Visitor, path: string): Promise<string> {
  const response = await visitor.request(path);
  return response.headers.get('location') ?? String(response.status);
}

const touch = (officer: Officer, column: 'lastSeenAt' | 'createdAt', ago: string) =>
  portal.sql(`UPDATE "Session" SET "${column}" = now() - $2::interval WHERE "accountId" = $1`, [
    officer.accountId,
    ago,
  ]);

test('a session ends after thirty minutes without a request', async () => {
  const officer = await portal.signIn('reporter', agencyId);
  await touch(officer, 'lastSeenAt', '29 minutes');
  expect(await answer(officer, '/filing')).toBe('200');
  await touch(officer, 'lastSeenAt', '30 minutes');
  expect(await answer(officer, '/filing')).toMatch(/\/sign-in/);
});

test('a request restarts the thirty minutes of a session', async () => {
  const officer = await portal.signIn('reporter', agencyId);
  await touch(officer, 'lastSeenAt', '29 minutes');
  await answer(officer, '/filing');
  const [session] = await portal.sql(
    `SELECT "lastSeenAt" > now() - interval '5 minutes' AS fresh FROM "Session" WHERE "accountId" = $1`,
    [officer.accountId],
  );
  expect(session).toEqual({ fresh: true });
});

test("an administrator's session ends after fifteen minutes without a request", async () => {
  const administrator = await portal.signIn('auditor');
  await touch(administrator, 'lastSeenAt', '14 minutes');
  expect(await answer(administrator, '/admin')).toBe('200');
  await touch(administrator, 'lastSeenAt', '15 minutes');
  expect(await answer(administrator, '/admin')).toMatch(/\/sign-in/);
});

test('a session ends after twelve hours, however often it is used', async () => {
  const officer = await portal.signIn('reporter', agencyId);
  await touch(officer, 'createdAt', '11 hours 59 minutes');
  expect(await answer(officer, '/filing')).toBe('200');
  await touch(officer, 'createdAt', '12 hours');
  expect(await answer(officer, '/filing')).toMatch(/\/sign-in/);
});

test('signing out ends the session on the server, and a copied cookie leads to the sign-in page', async () => {
  const officer = await portal.signIn('reporter', agencyId);
  const kept = officer.cookie('portal-session');
  const answered = await officer.post('/sign-out', {});
  expect([answered.status, answered.headers.get('location')]).toEqual([303, '/sign-in']);
  const thief = new Visitor(portal.url);
  thief.setCookie('portal-session', kept);
  expect(await answer(thief, '/filing')).toMatch(/\/sign-in/);
});

test('every page of a desk that is opened signed out leads to the sign-in and from there back', async () => {
  const visitor = new Visitor(portal.url);
  const id = 'a0000000-0000-4000-8000-000000000001';
  const pages = [
    '/messages?page=2',
    '/account/channels',
    '/account/password',
    '/admin',
    '/desk',
    '/filing/officers',
    `/filing/${id}/extension`,
    `/filing/contributions/${id}/${id}`,
    `/review/${id}`,
    '/review?q=%E7%94%B2%E5%B1%80&page=2',
    '/review/counting/problems',
    `/review/summaries/${id}/export`,
  ];
  for (const page of pages) expect(await answer(visitor, page)).toBe(`/sign-in?next=${encodeURIComponent(page)}`);
});

test('a closed account is signed out at its next request', async () => {
  const officer = await portal.signIn('reporter', agencyId);
  await portal.sql('UPDATE "Account" SET "closedAt" = now() WHERE id = $1', [officer.accountId]);
  expect(await answer(officer, '/filing')).toMatch(/\/sign-in/);
});

test('a forged cookie leads to the sign-in page', async () => {
  const forger = new Visitor(portal.url);
  forger.setCookie('portal-session', 'eyJhbGciOiJkaXIifQ..forged');
  expect(await answer(forger, '/filing')).toMatch(/\/sign-in/);
});

test('an account with a one-time password can do nothing but change it', async () => {
  const officer = await portal.signIn('reporter', agencyId);
  const { id } = await makeReport({ agencyId, run: portal.sql });
  const path = `/filing/${id}/check`;
  const form = formsOf(await officer.page(path)).find(({ fields }) => fields.reportId === id);
  await portal.sql('UPDATE "Account" SET "mustChangePassword" = true WHERE id = $1', [officer.accountId]);
  expect(await answer(officer, '/filing')).toMatch(/\/account\/password/);
  const { id: actionId } = actionOf(form ?? { fields: {}, text: '' });
  expect(await refusalIn(await officer.call(path, actionId, form?.fields ?? {}))).toBe('signed-out');
  expect(await answer(officer, `/api/filing/reports/${id}/fields`)).toBe('404');
  expect(await answer(officer, `/api/evidence?report=${id}`)).toBe('401');
  expect(await answer(officer, `/api/live/reports/${id}?tab=tab`)).toBe('404');
});

test('a command without a session is refused, and nothing is stored', async () => {
  const officer = await portal.signIn('reporter', agencyId);
  const { id } = await makeReport({ agencyId, run: portal.sql });
  const path = `/filing/${id}/check`;
  const form = formsOf(await officer.page(path)).find(({ fields }) => fields.reportId === id);
  const { id: actionId } = actionOf(form ?? { fields: {}, text: '' });
  const stranger = new Visitor(portal.url);
  expect(await refusalIn(await stranger.call(path, actionId, form?.fields ?? {}))).toBe('signed-out');
  await stranger.post(path, form?.fields ?? {});
  expect(await portal.sql('SELECT status, version FROM "Report" WHERE id = $1', [id])).toEqual([
    { status: 'draft', version: 7 },
  ]);
});

test('a command sent from another site is not carried out', async () => {
  const officer = await portal.signIn('reporter', agencyId);
  const { id } = await makeReport({ agencyId, run: portal.sql });
  const path = `/filing/${id}/check`;
  const form = formsOf(await officer.page(path)).find(({ fields }) => fields.reportId === id);
  const elsewhere = new Visitor(portal.url, 'https://elsewhere.example');
  elsewhere.setCookie('portal-session', officer.cookie('portal-session'));
  await elsewhere.post(path, form?.fields ?? {});
  expect(await portal.sql('SELECT status FROM "Report" WHERE id = $1', [id])).toEqual([{ status: 'draft' }]);
});
