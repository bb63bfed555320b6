import { expect } from '@playwright/test';
import { encode } from 'next-auth/jwt';
import { actionOf, formsOf, refusalIn, Visitor } from '../support/forms';
import { type Officer, OwnPortal, officerPassword } from '../support/own-portal';
import { test } from '../support/pages/test';

let portal: OwnPortal;
let officer: Officer;

test.beforeAll(async () => {
  portal = await OwnPortal.start({ TRUSTED_PROXIES: '1', PORTAL_URL: 'https://localhost' });
  officer = await portal.signIn('reviewer');
});

test.afterAll(() => portal.stop());

const from = (address: string) => new Visitor(portal.url, portal.origin, address);

const locked = '密码输错次数过多，本次没有核对';

async function fail(times: number, address: string): Promise<string> {
  const answers = await Promise.all(
    Array.from({ length: times }, async () => (await from(address).trySignIn(officer.userName, 'falsch')).text()),
  );
  return answers.join('');
}

test('a stranger is refused after five wrong passwords, keeps nobody else out, and a known browser signs in beside him', async () => {
  const known = from('203.0.113.66');
  await known.signIn(officer.userName, officerPassword);
  await known.post('/sign-out', {});
  await fail(6, '203.0.113.66');
  const refused = await (await from('203.0.113.66').trySignIn(officer.userName, officerPassword)).text();
  expect(refused).toContain(`${locked}。请在15分钟后再试`);
  expect(refused).toContain('请致电页面下方的联系处室');
  await known.signIn(officer.userName, officerPassword);
  await from('203.0.113.67').signIn(officer.userName, officerPassword);
});

test('the security administrator lifts a lock by its button, without scripts, and nobody else can', async () => {
  await fail(5, '2001:db8:1:2::1');
  const [security, auditor] = [await portal.signIn('security_administrator'), await portal.signIn('auditor')];
  const page = await security.page('/admin');
  expect(page).toContain(`解除2001:db8:1:2::/64对${officer.userName}的登录限制`);
  expect(await auditor.page('/admin')).not.toContain('登录限制');
  const form = formsOf(page).find(({ fields }) => 'lock' in fields);
  const { id, hidden } = actionOf(form ?? { fields: {}, text: '' });
  const lock = JSON.stringify({ addressKey: '2001:db8:1:2::/64', userName: officer.userName, device: '' });
  expect(await refusalIn(await auditor.call('/admin', id, { lock }))).toBe('forbidden');
  expect(await refusalIn(await officer.call('/admin', id, { lock }))).toBe('forbidden');
  expect(await refusalIn(await from('10.1.1.1').call('/sign-in', id, { lock }))).toBe('signed-out');
  await security.post('/admin', { ...hidden, lock });
  await from('2001:db8:1:2::2').signIn(officer.userName, officerPassword);
  expect(await auditor.page('/admin')).toContain('解除登录限制');
  expect(await refusalIn(await security.call('/admin', id, { lock }))).toBe('not-locked');
});

test('a name that no database can hold is answered as one that is not valid', async () => {
  const answer = await from('10.1.1.2').trySignIn(`\u0000${officer.userName}x`, 'falsch');
  expect(await answer.text()).toContain('填写的内容无效。');
});

test('after twenty wrong receipt numbers an address is answered 429 with the time to wait, and no other is', async () => {
  const ask = (address: string, number: string) => from(address).request(`/receipts/${number}`);
  const wrong = '2020Q1-04-1-ZZZZZZZZZZ';
  const answers = await Promise.all(Array.from({ length: 20 }, () => ask('203.0.113.70', wrong)));
  expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(404));
  const limited = await ask('203.0.113.70', wrong);
  expect([limited.status, limited.headers.get('retry-after')]).toEqual([429, '900']);
  expect(await limited.text()).toContain('请在 15 分钟后再试');
  expect((await ask('203.0.113.71', wrong)).status).toBe(404);
});

test.describe('the cookies where the portal is reached by https', () => {
  test('are taken from this host alone and sent over https alone, and none is made of the Host header', async () => {
    const visitor = from('10.1.1.3');
    const answer = await visitor.trySignIn(officer.userName, officerPassword);
    const lines = answer.headers.getSetCookie().filter((line) => !/Max-Age=0|1970/.test(line));
    expect(lines.map((line) => line.split('=')[0]).toSorted()).toEqual([
      '__Host-portal-device',
      '__Host-portal-session',
    ]);
    for (const line of lines) {
      expect(line).toMatch(/; Secure/i);
      expect(line).toMatch(/; HttpOnly/i);
      expect(line).toMatch(/; SameSite=lax/i);
      expect(line).toMatch(/; Path=\/(;|$)/);
      expect(line).not.toMatch(/domain/i);
    }
  });

  test('a session from before there was a prefix goes on until it ends', async () => {
    const [session] = await portal.sql<{ id: string }>(
      'INSERT INTO "Session" (id, "accountId") VALUES (gen_random_uuid(), $1) RETURNING id',
      [officer.accountId],
    );
    const { AUTH_SECRET: secret = '' } = portal.settings;
    const visitor = from('10.1.1.7');
    const former = await encode({ token: { sessionId: session?.id }, secret, salt: 'portal-session' });
    visitor.setCookie('portal-session', former);
    expect((await visitor.request('/review')).status).toBe(200);
    const out = await visitor.post('/sign-out', {});
    expect(out.headers.getSetCookie().some((line) => line.startsWith('portal-session=;'))).toBe(true);
    visitor.setCookie('portal-session', former);
    expect((await visitor.request('/review')).headers.get('location')).toMatch(/^\/sign-in/);
  });

  test('a session under the name without the prefix is not opened by a cookie of today', async () => {
    const visitor = from('10.1.1.4');
    visitor.setCookie('portal-session', officer.cookie('__Host-portal-session'));
    expect((await visitor.request('/review')).headers.get('location')).toMatch(/^\/sign-in/);
  });

  test('signing in anew ends the session that the browser held, and signing out deletes its cookie', async () => {
    const visitor = from('10.1.1.5');
    await visitor.signIn(officer.userName, officerPassword);
    const former = visitor.cookie('__Host-portal-session');
    const copy = from('10.1.1.6');
    // A sign-in page that was open in another tab.
    const form = formsOf(await copy.page('/sign-in')).find(({ fields }) => 'password' in fields);
    const { hidden } = actionOf(form ?? { fields: {}, text: '' });
    const again = { ...hidden, userName: officer.userName, password: officerPassword };
    expect((await visitor.post('/sign-in', again)).status).toBe(303);
    expect((await visitor.request('/review')).status).toBe(200);
    copy.setCookie('__Host-portal-session', former);
    expect((await copy.request('/review')).headers.get('location')).toMatch(/^\/sign-in/);
    const out = await visitor.post('/sign-out', {});
    expect(out.headers.getSetCookie().find((line) => line.startsWith('__Host-portal-session=;'))).toMatch(/Max-Age=0/);
  });
});
