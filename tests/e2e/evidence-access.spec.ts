import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readdir, rename } from 'node:fs/promises';
import { connect } from 'node:net';
import path from 'node:path';
import { expect } from '@playwright/test';
import { Visitor } from '../support/forms';
import { type Officer, OwnPortal } from '../support/own-portal';
import { test } from '../support/pages/test';
import { type MadeReport, makeReport } from '../support/reports';
import { liars, samples } from '../support/sample-files';
import { unsafeFiles } from '../support/unsafe-files';

let portal: OwnPortal;
let report: MadeReport;
let officer: Officer;

test.beforeAll(async () => {
  portal = await OwnPortal.start();
  report = await makeReport({ run: portal.sql });
  officer = await portal.signIn('reporter', report.agencyId);
});

test.afterAll(() => portal.stop());

const address = () => `/api/evidence?report=${report.id}&task=${report.taskIds[0]}`;
const halfCome = () => readdir(path.join(portal.settings.EVIDENCE_FOLDER ?? '', 'incoming')).catch(() => []);
const rows = () => portal.sql<{ name: string }>('SELECT name FROM "Evidence" WHERE "reportId" = $1', [report.id]);

async function upload(visitor: Visitor, name = '会议纪要 (1).pdf', content: Buffer = samples.pdf) {
  const headers = { 'X-File-Name': encodeURIComponent(name) };
  const answer = await visitor.request(address(), { method: 'POST', body: new Uint8Array(content), headers });
  const body = (await answer.json()) as { file?: { id: string }; refusal?: { code: string } };
  return { status: answer.status, id: body.file?.id ?? '', code: body.refusal?.code };
}

/** Begins an upload over a bare socket with a given header and only the first bytes of the file. */
async function beginUpload(announced: string, sent: number) {
  const socket = connect(Number(new URL(portal.url).port), 'localhost');
  let answer = '';
  socket.on('data', (chunk: Buffer) => {
    answer += chunk.toString('utf8');
  });
  socket.on('error', () => undefined);
  const head = [
    `POST ${address()} HTTP/1.1`,
    `Host: ${new URL(portal.url).host}`,
    `Origin: ${portal.url}`,
    `Cookie: portal-session=${officer.cookie('portal-session')}`,
    'X-File-Name: long.pdf',
    announced,
  ];
  socket.write(`${head.join('\r\n')}\r\n\r\n`);
  if (sent > 0) socket.write(Buffer.concat([samples.pdf, Buffer.alloc(sent)]).subarray(0, sent));
  return { socket, answer: () => answer };
}

test('a file is sent as an attachment that no browser shows in its page', async () => {
  const { id } = await upload(officer);
  const answer = await officer.request(`/api/evidence/${id}`);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('application/pdf');
  expect(answer.headers.get('content-disposition')).toBe(
    'attachment; filename="____ (1).pdf"; filename*=UTF-8\'\'%E4%BC%9A%E8%AE%AE%E7%BA%AA%E8%A6%81%20%281%29.pdf',
  );
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  expect(answer.headers.get('cache-control')).toContain('no-store');
  expect(Buffer.from(await answer.arrayBuffer()).equals(samples.pdf)).toBe(true);
});

test('other agencies, the division before filing, administrators and visitors do not find a file', async () => {
  const { id } = await upload(officer);
  const other = await makeReport({ run: portal.sql });
  const reviewer = await portal.signIn('reviewer');
  const strangers = [
    await portal.signIn('reporter', other.agencyId),
    await portal.signIn('auditor'),
    await portal.signIn('system_administrator'),
    new Visitor(portal.url),
  ];
  for (const stranger of [...strangers, reviewer]) {
    expect((await stranger.request(`/api/evidence/${id}`)).status).toBe(404);
  }
  const entries = [{ taskId: report.taskIds[0], evidence: [{ id }] }];
  await portal.sql(
    `INSERT INTO "FiledVersion" (id, "reportId", number, snapshot, digest, "receiptNumber", "filedById", timeliness)
     VALUES ($1, $2, 1, $3, $4, $5, $6, 'on_time')`,
    [randomUUID(), report.id, { entries }, '0'.repeat(64), `T-${id.slice(0, 18)}`, officer.accountId],
  );
  expect((await reviewer.request(`/api/evidence/${id}`)).status).toBe(200);
  for (const stranger of strangers) expect((await stranger.request(`/api/evidence/${id}`)).status).toBe(404);
  expect((await officer.request('/api/evidence/nothing')).status).toBe(404);
});

test("an upload is taken from the agency's officers only, and from no other site", async () => {
  const before = await rows();
  const other = await makeReport({ run: portal.sql });
  const stranger = await portal.signIn('reporter', other.agencyId);
  expect(await upload(stranger)).toMatchObject({ status: 404, code: 'not-found' });
  expect(await upload(await portal.signIn('reviewer'))).toMatchObject({ status: 403, code: 'forbidden' });
  expect(await upload(await portal.signIn('auditor'))).toMatchObject({ status: 404, code: 'not-found' });
  expect(await upload(new Visitor(portal.url))).toMatchObject({ status: 401, code: 'signed-out' });
  const elsewhere = new Visitor(portal.url, 'https://elsewhere.example');
  elsewhere.setCookie('portal-session', officer.cookie('portal-session'));
  expect(await upload(elsewhere)).toMatchObject({ status: 403 });
  expect(await rows()).toEqual(before);
});

test('a file with another content than its name says is refused, and nothing of it stays', async () => {
  const before = await rows();
  expect(await upload(officer, '程序.pdf', liars.program)).toMatchObject({
    status: 415,
    code: 'evidence-type-differs',
  });
  expect(await upload(officer, '程序.exe', liars.program)).toMatchObject({
    status: 415,
    code: 'evidence-kind-not-taken',
  });
  const [, macros] = unsafeFiles['macros under another name, told by their bytes'] ?? [];
  expect(await upload(officer, '宏.docx', macros)).toMatchObject({ status: 415, code: 'evidence-unsafe' });
  expect(await upload(officer, '空.pdf', Buffer.alloc(0))).toMatchObject({ status: 422, code: 'evidence-empty' });
  expect([await rows(), await halfCome()]).toEqual([before, []]);
});

test('an upload announced too large is refused before it is sent, and the connection closed', async () => {
  const { socket, answer } = await beginUpload(`Content-Length: ${20 * 1024 * 1024 + 1}`, 1_000);
  await once(socket, 'close');
  expect(answer()).toMatch(/^HTTP\/1.1 413 /);
  expect(answer()).toContain('evidence-too-large');
  expect(await halfCome()).toEqual([]);
});

test('an upload that grows too large without an announced length is refused before its end', async () => {
  const { socket, answer } = await beginUpload('Transfer-Encoding: chunked', 0);
  const chunk = Buffer.concat([Buffer.from('40000\r\n'), Buffer.alloc(0x40000, 'x'), Buffer.from('\r\n')]);
  for (let sent = 0; sent < 240; sent += 1) socket.write(chunk);
  await expect.poll(() => socket.closed).toBe(true);
  expect(answer()).toMatch(/^HTTP\/1.1 413 /);
  expect(await halfCome()).toEqual([]);
});

test('the portal keeps serving when clients disconnect during a download', async () => {
  const content = Buffer.concat([samples.pdf, Buffer.alloc(8_000_000, 'x')]);
  const { id } = await upload(officer, '大.pdf', content);
  for (let round = 0; round < 10; round += 1) {
    const gone = new AbortController();
    const answer = await officer.request(`/api/evidence/${id}`, { signal: gone.signal });
    await answer.body?.getReader().read();
    gone.abort();
  }
  const whole = await officer.request(`/api/evidence/${id}`);
  expect((await whole.arrayBuffer()).byteLength).toBe(content.length);
});

test('a file whose bytes are gone is said to be unavailable, and is back with its bytes', async () => {
  const { id } = await upload(officer, '丢失.pdf', Buffer.concat([samples.pdf, Buffer.from('lost')]));
  const [row] = await portal.sql<{ digest: string }>('SELECT digest FROM "Evidence" WHERE id = $1', [id]);
  const digest = row?.digest ?? '';
  const place = path.join(portal.settings.EVIDENCE_FOLDER ?? '', digest.slice(0, 2), digest);
  await rename(place, `${place}.away`);
  const answer = await officer.request(`/api/evidence/${id}`);
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '60']);
  expect(await answer.text()).toContain('这个文件暂时取不到');
  await rename(`${place}.away`, place);
  expect((await officer.request(`/api/evidence/${id}`)).status).toBe(200);
});

test('an interrupted upload leaves neither a partial file nor a row', async () => {
  const before = await rows();
  const { socket } = await beginUpload('Content-Length: 5000000', 300_000);
  await expect.poll(async () => (await halfCome()).length).toBe(1);
  socket.destroy();
  await expect.poll(halfCome).toEqual([]);
  expect(await rows()).toEqual(before);
  expect((await upload(officer)).status).toBe(201);
});
