import type { ChildProcess } from 'node:child_process';
import { expect } from '@playwright/test';
import mammoth from 'mammoth';
import { setDemonstrationClock } from '../support/clock';
import { largePlanAt, makeDraft, makeLargePlan } from '../support/large-plan';
import { type Officer, OwnPortal } from '../support/own-portal';
import { DocumentDesk, downloaded } from '../support/pages/document-desk';
import { expectNoBarriers, expectToFitPhone } from '../support/pages/filing-barriers';
import { openAs } from '../support/pages/own-portal-page';
import { test } from '../support/pages/test';
import { type MadeReport, makeReport } from '../support/reports';
import { killWorker, startWorkerProcess } from '../support/worker-process';

const circular = '2020年第三季度重点任务报送情况通报';
const ledger = '2020年度重点任务台账';

let portal: OwnPortal;
let worker: ChildProcess | undefined;
let reviewer: Officer;
let leader: Officer;
let plan: string;
let report: MadeReport;

test.beforeAll(async () => {
  portal = await OwnPortal.start();
  report = await makeReport({ status: 'filed', run: portal.sql });
  plan = await makeLargePlan({ agencies: 16, tasksEach: 2 }, portal.sql);
  await setDemonstrationClock(largePlanAt, portal.sql);
  [reviewer, leader] = [await portal.signIn('reviewer'), await portal.signIn('leader')];
});

// An open page keeps a connection to the portal, which would wait for it when it is stopped.
test.afterEach(async ({ browser }) => {
  for (const context of browser.contexts()) await context.close();
});

test.afterAll(async () => {
  if (worker) await killWorker(worker);
  await portal.stop();
});

test('an ordered document waits, is written and can be downloaded, and the page follows by itself', async ({
  browser,
}) => {
  const page = await openAs(browser, portal, reviewer);
  const desk = new DocumentDesk(page);
  await desk.open(plan);
  await expect(page.getByText('还没有生成过文件。')).toBeVisible();
  await desk.ask('报送情况通报', '2020年第三季度');
  // The first job of a portal waits until its queue is set up.
  await expect(desk.row(circular)).toContainText('等待生成', { timeout: 20_000 });
  await expect(page.getByRole('status').filter({ hasText: '正在生成 1 份文件' })).toBeVisible();
  await expectNoBarriers(page);
  worker = await startWorkerProcess(portal.settings as Record<string, string>);
  await expect(desk.link(circular)).toBeVisible({ timeout: 20_000 });
  await expect(page.getByRole('status').filter({ hasText: '没有正在生成的文件' })).toBeVisible();
  const { name, bytes } = await downloaded(page, desk.link(circular));
  expect(name).toBe(`${circular}.docx`);
  const { value } = await mammoth.extractRawText({ buffer: bytes });
  expect(value).toContain('应报送16家，按时报送16家。按时报送率为100.0%。');
});

test('without any script the ledger is ordered, refreshed by a link and downloaded', async ({ browser }) => {
  const page = await openAs(browser, portal, reviewer, { javaScriptEnabled: false });
  const desk = new DocumentDesk(page);
  await desk.open(plan);
  await desk.ask('台账', '2020年（各季度合并）');
  await expect(desk.row(ledger)).toBeVisible();
  await expect(async () => {
    if (await desk.link(ledger).isHidden()) await page.getByRole('link', { name: '刷新进度' }).click();
    await expect(desk.link(ledger)).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 20_000 });
  const { name, bytes } = await downloaded(page, desk.link(ledger));
  expect([name, bytes.subarray(0, 2).toString()]).toEqual([`${ledger}.xlsx`, 'PK']);
});

test('a summary draft is written as a document from its own page, but not by the leader', async ({ browser }) => {
  const page = await openAs(browser, portal, reviewer);
  const summaryId = await makeDraft(plan, reviewer.accountId, portal.sql);
  await page.goto(`/review/summaries/${summaryId}`);
  await expectNoBarriers(page);
  await page.getByRole('button', { name: '后台生成文件' }).click();
  const desk = new DocumentDesk(page);
  await expect(desk.link('第三季度汇总稿')).toBeVisible({ timeout: 20_000 });
  expect((await downloaded(page, desk.link('第三季度汇总稿'))).name).toBe('第三季度汇总稿.docx');
  const read = await openAs(browser, portal, leader);
  await read.goto(`/review/summaries/${summaryId}`);
  await expect(read.getByRole('button', { name: '后台生成文件' })).toHaveCount(0);
});

test('an order with a wrong period is refused with the name of the field and not stored', async ({ browser }) => {
  const page = await openAs(browser, portal, reviewer, { javaScriptEnabled: false });
  const desk = new DocumentDesk(page);
  await desk.open(plan);
  const before = await page.getByRole('row').count();
  await page
    .locator('select[name=period] option')
    .first()
    .evaluate((option) => option.setAttribute('value', '三月'));
  await page.getByRole('button', { name: '生成' }).click();
  await expect(page.getByRole('alert')).toContainText('年度或季度');
  await desk.open(plan);
  await expect(page.getByRole('row')).toHaveCount(before);
});

test('the leader reads the list and downloads documents, and cannot order any', async ({ browser }) => {
  const page = await openAs(browser, portal, leader);
  const desk = new DocumentDesk(page);
  await desk.open(plan);
  await expect(desk.link(circular)).toBeVisible();
  await expect(page.getByRole('button', { name: '生成' })).toHaveCount(0);
  expect((await downloaded(page, desk.link(circular))).name).toBe(`${circular}.docx`);
});

test('a list of documents longer than a page continues on the next page', async ({ browser }) => {
  await portal.sql(
    `INSERT INTO "DocumentExport" (id, kind, "planId", year, "requestedById", "requestedAt", failed)
     SELECT ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'circular', p.id, 2019, $2, now(), true
     FROM generate_series(1, 20) n, "Plan" p WHERE p.code = $1`,
    [plan, reviewer.accountId],
  );
  const page = await openAs(browser, portal, reviewer);
  await new DocumentDesk(page).open(plan);
  await page.getByRole('link', { name: '下一页' }).click();
  await expect(page.getByRole('rowheader', { name: '2019年度' }).last()).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`plan=${plan}&page=2`));
});

test('accounts that are not of the division get no document by its address', async () => {
  const [row] = await portal.sql<{ id: string }>('SELECT id FROM "DocumentExport" WHERE digest IS NOT NULL LIMIT 1');
  const address = `/review/documents/${row?.id}/file`;
  expect((await leader.request(address)).status).toBe(200);
  for (const role of ['reporter', 'approver', 'system_administrator', 'security_administrator', 'auditor'] as const) {
    const ofAgency = role === 'reporter' || role === 'approver';
    const visitor = await portal.signIn(role, ofAgency ? report.agencyId : null);
    expect([role, (await visitor.request(address)).status]).toEqual([role, 404]);
  }
});

test('an agency and the division download a report as a document to print and seal, and nobody else can', async ({
  browser,
}) => {
  const reporter = await portal.signIn('reporter', report.agencyId);
  const page = await openAs(browser, portal, reporter);
  await page.goto(`/filing/${report.id}/versions/1`);
  const link = page.getByRole('link', { name: '下载本版（Word，打印盖章用）' });
  const { name, bytes } = await downloaded(page, link);
  expect(name).toBe('试验单位2020年第一季度重点任务进展情况报告（第1版）.docx');
  const { value } = await mammoth.extractRawText({ buffer: bytes });
  for (const words of ['试验局：', '（盖章）', '回执编号：T-']) expect(value).toContain(words);
  const address = `/filing/${report.id}/versions/1/document`;
  const again = await (await reviewer.request(address)).arrayBuffer();
  expect(Buffer.from(again).equals(bytes)).toBe(true);
  const stranger = await portal.signIn('reporter', (await makeReport({ run: portal.sql })).agencyId);
  const auditor = await portal.signIn('auditor');
  for (const visitor of [stranger, auditor]) expect((await visitor.request(address)).status).toBe(404);
  const division = await openAs(browser, portal, reviewer);
  await division.goto(`/review/${report.id}`);
  expect((await downloaded(division, division.getByRole('link', { name: /打印盖章用/ }))).name).toBe(name);
});

test('the progress of a document is updated by itself, and a failure is shown', async ({ browser }) => {
  const [row] = await portal.sql<{ id: string }>(
    `INSERT INTO "DocumentExport" (id, kind, "planId", quarter, "requestedById", "requestedAt", done, total)
     SELECT gen_random_uuid(), 'ledger', id, '2020Q2', $2, now(), 300, 1000 FROM "Plan" WHERE code = $1 RETURNING id`,
    [plan, reviewer.accountId],
  );
  const page = await openAs(browser, portal, reviewer);
  const desk = new DocumentDesk(page);
  await desk.open(plan);
  const underWay = desk.row('2020年第二季度重点任务台账');
  await expect(underWay).toContainText('已写 300 / 1000 行');
  await expect(underWay.getByRole('progressbar')).toHaveAttribute('value', '300');
  await expectNoBarriers(page);
  await portal.sql('UPDATE "DocumentExport" SET done = 900 WHERE id = $1', [row?.id]);
  await expect(underWay).toContainText('已写 900 / 1000 行');
  await portal.sql('UPDATE "DocumentExport" SET failed = true WHERE id = $1', [row?.id]);
  await expect(underWay).toContainText('生成失败');
});

test('the page of documents has no accessibility barrier and fits a phone', async ({ browser }) => {
  const page = await openAs(browser, portal, reviewer);
  await new DocumentDesk(page).open(plan);
  await expectNoBarriers(page);
  await expectToFitPhone(page);
});

test('by keyboard alone a document is ordered and written', async ({ browser }) => {
  const page = await openAs(browser, portal, reviewer);
  const desk = new DocumentDesk(page);
  await desk.open(plan);
  await page.getByRole('radio', { name: '报送情况通报' }).focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: '台账' })).toBeChecked();
  await page.keyboard.press('Tab');
  await expect(page.getByLabel('年度或季度')).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(desk.link('2020年第四季度重点任务台账')).toBeVisible({ timeout: 20_000 });
});
