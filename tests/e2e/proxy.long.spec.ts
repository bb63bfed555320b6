import { networkInterfaces } from 'node:os';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { hash } from '@node-rs/argon2';
import { expect } from '@playwright/test';
import { freePort } from '../../scripts/free-port';
import { makeAccount } from '../support/accounts';
import { Visitor } from '../support/forms';
import { LiveStream } from '../support/live-stream';
import { Nginx } from '../support/nginx';
import { OwnPortal, officerPassword } from '../support/own-portal';
import { FilingSignIn } from '../support/pages/filing-sign-in';
import { test } from '../support/pages/test';
import { missingPrograms } from '../support/programs';
import { type MadeReport, makeReport } from '../support/reports';
import { samples } from '../support/sample-files';

/** The configuration that is shipped, in a real nginx in front of two real processes, on a port other than 443. */
let nginx: Nginx;
let portal: OwnPortal;
let second: OwnPortal;
let report: MadeReport;
let officer: Visitor;
let userName: string;

const portOf = (url: string) => Number(new URL(url).port);

test.beforeAll(async () => {
  const missing = await missingPrograms({ nginx: 'nginx-light', openssl: 'openssl' });
  test.skip(missing !== null, missing ?? '');
  const port = await freePort();
  const settings = { TRUSTED_PROXIES: '1', PORTAL_URL: `https://localhost:${port}` };
  portal = await OwnPortal.start(settings);
  second = await portal.beside({ ...settings, EVIDENCE_FOLDER: portal.settings.EVIDENCE_FOLDER });
  nginx = await Nginx.start(port, [portOf(portal.url), portOf(second.url)]);
  setDefaultCACertificates([...getCACertificates('default'), nginx.certificate.cert]);
  report = await makeReport({ run: portal.sql });
  const passwordHash = await hash(officerPassword);
  ({ userName } = await makeAccount('reporter', report.agencyId, { run: portal.sql, passwordHash }));
  officer = new Visitor(nginx.url);
  await officer.signIn(userName, officerPassword);
});

test.afterAll(async () => {
  await nginx?.stop();
  await second?.stop();
  await portal?.stop();
});

async function upload(content: Buffer) {
  const address = `/api/evidence?report=${report.id}&task=${report.taskIds[0]}`;
  const headers = { 'X-File-Name': 'large.pdf' };
  const answer = await officer.request(address, { method: 'POST', body: new Uint8Array(content), headers });
  return { status: answer.status, body: (await answer.json()) as { refusal?: { code: string } } };
}

const pdfOf = (bytes: number) => Buffer.concat([samples.pdf, Buffer.alloc(bytes - samples.pdf.length, '\n')]);

test('somebody signs in with a browser through the proxy on a port of its own', async ({ browser }) => {
  const context = await browser.newContext({ baseURL: nginx.url, ignoreHTTPSErrors: true, locale: 'zh-CN' });
  const page = new FilingSignIn(await context.newPage());
  await page.open();
  await page.userName.fill(userName);
  await page.password.fill(officerPassword);
  await page.submit.click();
  await expect(page.page).toHaveURL(`${nginx.url}/filing`, { timeout: 20_000 });
  const [cookie] = (await context.cookies()).filter(({ name }) => name.endsWith('portal-session'));
  expect(cookie).toMatchObject({ secure: true, httpOnly: true, sameSite: 'Lax' });
  await context.close();
});

test('http is sent on to https, and answers over https say that nothing else will be asked for', async () => {
  const sentOn = await fetch(`${nginx.plainUrl}/tasks?page=2`, { redirect: 'manual' });
  expect([sentOn.status, sentOn.headers.get('location')]).toEqual([308, `${nginx.url}/tasks?page=2`]);
  const answer = await fetch(`${nginx.url}/sign-in`);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains');
});

test('the address that is recorded is the one that the proxy saw, whatever a visitor writes', async () => {
  const forged = { 'X-Forwarded-For': '6.6.6.6', Forwarded: 'for=6.6.6.6', 'X-Forwarded-Host': 'elsewhere.example' };
  const visitor = new Visitor(nginx.url);
  const request = visitor.request.bind(visitor);
  visitor.request = (path, init = {}) => request(path, { ...init, headers: { ...init.headers, ...forged } });
  await visitor.signIn(userName, officerPassword);
  const [event] = await portal.sql<{ address: string }>(
    `SELECT address FROM "Event" WHERE name = 'signed-in' ORDER BY id DESC LIMIT 1`,
  );
  expect(event?.address).toMatch(/^(127\.0\.0\.1|::1)$/);
});

test('a file of 20 MB is taken, and a larger one is refused by the portal itself', async () => {
  expect((await upload(pdfOf(20 * 1024 * 1024))).status).toBe(201);
  expect(await upload(pdfOf(22 * 1024 * 1024))).toMatchObject({
    status: 413,
    body: { refusal: { code: 'evidence-too-large' } },
  });
});

test('a form that is too large is answered with a page that says so', async () => {
  const answer = await officer.request('/receipts', { method: 'POST', body: 'x'.repeat(3_000_000) });
  expect([answer.status, await answer.text()]).toEqual([413, expect.stringContaining('提交的内容超过上限')]);
  const json = await officer.request(`/api/filing/reports/${report.id}/fields`, {
    method: 'PUT',
    body: 'x'.repeat(3_000_000),
  });
  expect([json.status, json.headers.get('content-type')]).toEqual([413, 'application/problem+json']);
});

test('live messages come through at once', async () => {
  const stream = await LiveStream.open(officer, report.id, { tab: crypto.randomUUID() });
  expect(stream.response.status).toBe(200);
  stream.close();
  await stream.finished;
});

test('a flood from one address is answered 429 with a page, and one of sign-ins sooner', async () => {
  const signIn = () => fetch(`${nginx.url}/sign-in`, { method: 'POST', body: new FormData(), redirect: 'manual' });
  const answers = await Promise.all(Array.from({ length: 60 }, signIn));
  const refused = answers.filter(({ status }) => status === 429);
  expect(refused.length).toBeGreaterThanOrEqual(30);
  expect(refused[0]?.headers.get('retry-after')).toBe('1');
  expect(await refused[0]?.text()).toContain('操作过于频繁');
  // Reading the page is not bounded with the sign-ins.
  expect((await fetch(`${nginx.url}/sign-in`)).status).toBe(200);
});

test('while one process is restarted the other answers, and while both are away a page says so', async () => {
  await portal.kill();
  for (let asked = 0; asked < 20; asked++) expect((await fetch(`${nginx.url}/sign-in`)).status).toBe(200);
  await second.kill();
  const page = await fetch(`${nginx.url}/sign-in`);
  expect([page.status, page.headers.get('retry-after')]).toEqual([503, '30']);
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(await page.text()).toContain('平台暂时无法访问');
  const api = await fetch(`${nginx.url}/api/v1/plans`);
  expect([api.status, api.headers.get('content-type')]).toEqual([503, 'application/problem+json']);
  await Promise.all([portal.restart(), second.restart()]);
  await expect(async () => expect((await officer.request('/filing')).status).toBe(200)).toPass();
});

test('every line of its log has the number of the request, and none the address of a calendar', async () => {
  await fetch(`${nginx.url}/api/calendar/secret.ics`);
  const answer = await fetch(`${nginx.url}/sign-in`);
  const lines = await nginx.lines();
  expect(lines.filter((line) => !/ [0-9a-f]{32}$/.test(line))).toEqual([]);
  expect(lines.join()).not.toContain('secret.ics');
  const id = answer.headers.get('x-request-id');
  if (id) expect(lines.at(-1)).toContain(id);
});

test('a process listens on this machine alone unless HOST says otherwise', async () => {
  const outside = Object.values(networkInterfaces())
    .flat()
    .find((each) => each && !each.internal && each.family === 'IPv4');
  // A machine without a network has a second address of its own, which nothing listens on either.
  const address = outside?.address ?? '127.0.0.2';
  const at = (url: string) => fetch(`http://${address}:${portOf(url)}/api/health`).then(({ status }) => status);
  await expect(at(portal.url)).rejects.toThrow();
  const open = await OwnPortal.start({ HOST: '0.0.0.0' });
  expect(await at(open.url)).toBe(200);
  await open.stop();
});
