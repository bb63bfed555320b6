import { Agent, request as ask } from 'node:http';
import { expect } from '@playwright/test';
import pg from 'pg';
import { DatabaseGate } from '../support/database-gate';
import { type Officer, OwnPortal } from '../support/own-portal';
import { openAs } from '../support/pages/own-person';
import { test } from '../support/pages/test';
import { type RawRequest, rawRequest, sendRaw } from '../support/raw-http';

let portal: OwnPortal;
let gate: DatabaseGate;
let coordinator: Officer;

test.beforeAll(async () => {
  portal = await OwnPortal.start();
  gate = await DatabaseGate.open(portal.settings.DATABASE_URL ?? '');
  portal.settings.DATABASE_URL = gate.url;
  await portal.kill();
  await portal.restart();
  coordinator = await portal.signIn('coordinator');
});

test.afterAll(async () => {
  await portal.stop();
  await gate.shut();
});

const send = (request: Partial<RawRequest>) => {
  const { host, port } = new URL(portal.url);
  return sendRaw(Number(port), rawRequest({ method: 'GET', target: '/', headers: {}, body: '', ...request }, host));
};

const refused: [string, Partial<RawRequest>, number][] = [
  ['bytes that are no UTF-8', { target: '/tasks/%ff' }, 400],
  ['a percent sign alone', { target: '/api/v1/plans/%' }, 400],
  ['half a character', { target: '/agencies/%E0%A4%A' }, 400],
  ['a surrogate alone', { target: '/tasks/%ED%A0%80' }, 400],
  ['a NUL in the address', { target: '/api/v1/plans/%00/tasks' }, 400],
  ['a NUL in the query', { target: '/tasks?q=%00' }, 400],
  ['a line feed', { target: '/agencies/x%0A{%22level%22:30}' }, 400],
  ['an address without end', { target: `/${'a'.repeat(5_000)}` }, 414],
  ['headers without end', { headers: { Cookie: 'a'.repeat(20_000) } }, 431],
  ['TRACE', { method: 'TRACE', target: '/api/v1/plans' }, 405],
  ['PROPFIND', { method: 'PROPFIND' }, 405],
  ['a method that nobody knows', { method: 'FOO' }, 400],
  ['CONNECT', { method: 'CONNECT', target: 'elsewhere.example:443' }, 405],
  ['a junk state of the router', { target: '/receipts', headers: { RSC: '1', 'Next-Router-State-Tree': 'junk' } }, 400],
  ['a host that is none', { headers: { Host: '[' } }, 400],
  ['a form of another site', { method: 'POST', headers: { Origin: 'https://evil.example' } }, 403],
  ['a form of no site', { method: 'POST', target: '/api/filing/reports/x/fields' }, 403],
  ['a body that is announced too long', { method: 'POST', headers: { 'Content-Length': '3000000' } }, 413],
];

for (const [name, request, status] of refused) {
  test(`${name} is refused with ${status}, in words and with a number`, async () => {
    const headers = { ...(request.method === 'POST' ? { Origin: portal.url } : {}), ...request.headers };
    if (status === 403 && request.target) delete (headers as Record<string, string>).Origin;
    const answer = await send({ ...request, headers });
    expect(answer.status).toBe(status);
    expect(answer.headers['x-request-id']).toMatch(/^[2-9A-Z]{10}$/);
    const kind = request.target?.startsWith('/api/') ? 'application/problem+json' : 'text/html';
    expect(answer.headers['content-type']).toContain(kind);
    expect(answer.body).toContain(kind === 'text/html' ? '返回首页' : `"status":${status}`);
  });
}

test('a body that nobody has announced is refused as soon as it is too long', async () => {
  const chunk = `10000\r\n${'a'.repeat(0x10000)}\r\n`;
  const Cookie = `portal-session=${coordinator.cookie('portal-session')}`;
  const headers = { Origin: portal.url, Cookie, 'Transfer-Encoding': 'chunked' };
  const answer = await send({ method: 'PUT', target: '/api/filing/reports/x/fields', headers, body: chunk.repeat(16) });
  expect(answer.status).toBe(413);
});

test('nothing that a visitor sends makes a line of the log, and an invented address counts for nothing', async () => {
  await send({ target: '/agencies/x%0A%7B%22level%22:30,%22msg%22:%22FORGED%22%7D%0A' });
  await send({ target: '/receipts/FORGED', headers: { 'X-Request-Id': 'FORGED-0001', 'X-Portal-Address': 'FORGED' } });
  for (const line of portal.log) expect(JSON.parse(line)).toMatchObject({ level: expect.any(Number) });
  expect(portal.log.filter((line) => line.includes('"msg":"FORGED"') || line.includes('FORGED-0001'))).toEqual([]);
});

test('the scripts of a desk run by their nonce, and nothing else runs', async ({ browser }) => {
  const page = await openAs(browser, portal, coordinator, '/desk');
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  const answer = await page.goto(`${portal.url}/review`);
  const policy = (await answer?.headerValue('content-security-policy')) ?? '';
  expect(policy).toMatch(/script-src 'self' 'nonce-[\w+/=]{24}' 'strict-dynamic';/);
  expect(policy).toContain("base-uri 'none'");
  expect(await answer?.headerValue('cross-origin-opener-policy')).toBe('same-origin');
  await page.evaluate(() => {
    const injected = document.createElement('div');
    injected.innerHTML = '<img src="x" onerror="document.title = \'injected\'">';
    document.body.append(injected);
  });
  await expect.poll(() => complaints.some((text) => text.includes('Content Security Policy'))).toBe(true);
  await expect(page).not.toHaveTitle('injected');
});

test('while the database is away every page says so with a number, and afterwards it works again', async ({
  browser,
}) => {
  const page = await openAs(browser, portal, coordinator, '/review');
  await gate.shut();
  const answer = await page.goto(`${portal.url}/review`);
  const number = (await answer?.headerValue('x-request-id')) ?? '';
  expect(answer?.status()).toBe(503);
  expect(await answer?.headerValue('retry-after')).toBe('10');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('平台暂时无法答复');
  await expect(page.getByText(`故障编号：${number}`)).toBeVisible();
  await expect(page.getByRole('link', { name: '返回首页' })).toHaveAttribute('href', '/');
  const lines = portal.log.filter((line) => line.includes(number)).map((line) => JSON.parse(line));
  expect(lines).toEqual([
    expect.objectContaining({ request: number, method: 'GET', path: '/review', status: 503, err: expect.anything() }),
  ]);
  const document = await fetch(`${portal.url}/api/v1/deadlines/2020Q1`);
  expect(await document.json()).toMatchObject({ status: 503, request: document.headers.get('x-request-id') });
  await gate.open();
  await page.getByRole('link', { name: '重试' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('开始使用');
});

test('a process that is asked to stop sends the answer that it is making, and waits for no idle connection', async () => {
  const second = await portal.beside();
  const lock = new pg.Client(portal.settings.DATABASE_URL);
  await lock.connect();
  await lock.query('BEGIN; LOCK TABLE "Plan" IN ACCESS EXCLUSIVE MODE');
  const agent = new Agent({ keepAlive: true });
  await new Promise<void>((resolve) => {
    ask(`${second.url}/api/health`, { agent }, (answer) => answer.resume().once('end', resolve)).end();
  });
  const waiting = "SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()";
  const answer = fetch(`${second.url}/api/v1/plans`);
  await expect.poll(async () => (await portal.sql(waiting)).length).toBeGreaterThan(0);
  let isStopped = false;
  void second.stop().then(() => (isStopped = true));
  await expect.poll(() => fetch(second.url).catch(() => null)).toBeNull();
  await lock.end();
  expect((await answer).status).toBe(200);
  await expect.poll(() => isStopped, { timeout: 2_000 }).toBe(true);
  agent.destroy();
});
