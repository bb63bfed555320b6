import { expect } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { throughLibreOffice } from '../support/libreoffice';
import { AgencyDesk } from '../support/pages/agency-desk';
import { DocumentDesk, downloaded } from '../support/pages/document-desk';
import { PlanImportPage } from '../support/pages/plan-import-page';
import { ReceiptCheck } from '../support/pages/receipt-check';
import { ReviewDesk } from '../support/pages/review-desk';
import { ReviewReport } from '../support/pages/review-report';
import { StatisticsPage } from '../support/pages/statistics-page';
import { SummaryPage } from '../support/pages/summary-page';
import { TaskDesk } from '../support/pages/task-desk';
import { test } from '../support/pages/test';
import { agencies, file, openEditor, PlanYear } from '../support/plan-year';

test.describe.configure({ mode: 'serial', timeout: 120_000 });

const [firstQuarter, secondQuarter] = ['2026年第一季度', '2026年第二季度'];

let year: PlanYear;
/** The receipt of the first report, as its agency got it. */
const filed = { number: '', address: '', file: '' };

test.beforeAll(async () => {
  year = await PlanYear.start();
});

test.afterAll(() => year.stop());

test('a coordinator imports the Word file, mends two cells, says who 各区人民政府 are, sets the rule and issues the plan', async ({
  browser,
}) => {
  const page = await year.division(browser, 'coordinator');
  const preview = new PlanImportPage(page);
  await preview.choosesSample('g4-merged.docx');
  await expect(preview.counts).toHaveText('读到4项任务，没有错误，没有提醒，7个单位名称待核对。');
  await preview.mend('投运机架500个', '投运机架800个。');
  await preview.mend('引育青年人才', '支持高校设置专业；\n引育青年人才50名。');
  await page.getByRole('link', { name: /选择包括的单位.*各区人民政府/ }).click();
  await page.getByRole('checkbox', { name: '东区人民政府' }).check();
  await page.getByRole('checkbox', { name: '西区人民政府' }).check();
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByRole('button', { name: '其余6个都新建' }).click();
  await expect(preview.counts).toContainText('单位都已核对');
  await preview.storing.click();
  await expect(page).toHaveURL(/\/plans\/2026$/);

  await page.getByRole('link', { name: '截止规则', exact: true }).click();
  await page.getByLabel('第几个工作日', { exact: true }).fill('5');
  await page.getByLabel('截止时点').fill('17:00');
  await expect(page.getByText('2026年4月8日（周三）17:00')).toBeVisible();
  await page.getByRole('button', { name: '保存截止规则' }).click();
  await expect(page.getByText('截止规则已保存。')).toBeVisible();
  await page.getByRole('link', { name: '概况', exact: true }).click();
  await page.getByRole('button', { name: '下达本计划' }).click();
  await expect(page.getByText('本计划已下达，已通知各单位。')).toBeVisible();

  await page.getByRole('link', { name: '报送周期', exact: true }).click();
  const due = [
    '2026年4月8日（周三）17:00',
    '2026年7月7日（周二）17:00',
    '2026年10月13日（周二）17:00',
    '2027年1月8日（周五）17:00（暂定）',
  ];
  await expect(page.locator('dt:text-is("截止时间") + dd')).toHaveText(due);
});

test('two of the four agencies that lead file their first reports', async ({ browser }) => {
  await year.at('2026-03-30 10:00');
  const page = await year.reporter(browser, '发改');
  const receipt = await file(page, firstQuarter);
  filed.number = await receipt.fact('回执编号');
  filed.address = `${page.url()}/export`;
  filed.file = await (await page.request.get(filed.address)).text();
  await file(await year.reporter(browser, '教委'), firstQuarter);
});

test('in mid-quarter one task is corrected, one ended, one moved and one added', async ({ browser }) => {
  await year.at('2026-06-15 10:00');
  const begun = await openEditor(await year.reporter(browser, '发改'), secondQuarter);
  await begun.section(2, '工作进展情况').fill('二期机架投运300个。');
  await begun.save.click();
  await expect(begun.saved).toBeVisible();
  await (await openEditor(await year.reporter(browser, '科技'), secondQuarter)).fillIn(1);

  const page = await year.division(browser, 'coordinator');
  const desk = new TaskDesk(page, '2026');
  await desk.amend('2026-01', { text: '建设智能算力中心' });
  await desk.end('2026-02');
  await desk.amend('2026-03', { leads: '市科技局' });
  await desk.add({ number: '5', text: '开展应用成效评估', leads: '市人社局' });
  await expect(page.getByRole('row')).toHaveCount(5);
});

test('the amendments stand in the reports already begun and in the messages of those whom they concern', async ({
  browser,
}) => {
  const page = await year.reporter(browser, '发改');
  const corrected = await openEditor(page, secondQuarter);
  expect(await corrected.countTasks()).toBe(1);
  await expect(corrected.task(1)).toContainText('建设智能算力中心');
  await expect(page.getByText('任务2（建设算力中心）已调整')).toBeVisible();
  await expect(page.getByText('自2026年第二季度起，该任务已终止，不随本期报告报送。')).toBeVisible();
  await page.getByText('查看已填写的内容').click();
  await expect(page.getByText('二期机架投运300个。')).toBeVisible();
  await page.goto('/messages');
  await expect(page.getByRole('heading', { name: '【任务调整】2026年第二季度报告的任务1有变动' })).toBeVisible();
  await expect(
    page.getByRole('heading', { name: '【任务调整】2026年第二季度报告的任务2不再由贵单位承担' }),
  ).toBeVisible();

  const taker = await openEditor(await year.reporter(browser, '科技'), secondQuarter);
  expect(await taker.countTasks()).toBe(2);
  await expect(taker.task(1)).toContainText('加强人才培养');
  await expect(taker.section(2, '工作进展情况')).toHaveValue('工作进展情况：任务1的情况。');
  const giver = await year.reporter(browser, '教委');
  await giver.goto('/filing');
  await expect(giver.getByText('计划调整后，贵单位2026年第二季度没有牵头的任务，无需报送。')).toBeVisible();
  const added = await openEditor(await year.reporter(browser, '人社'), secondQuarter);
  await expect(added.task(1)).toContainText('开展应用成效评估');
});

test('two agencies file what they owe now, and at five in the afternoon of the fifth working day the form closes', async ({
  browser,
}) => {
  await year.at('2026-07-07 16:30');
  await file(await year.reporter(browser, '发改'), secondQuarter);
  await file(await year.reporter(browser, '人社'), secondQuarter);
  await year.at('2026-07-07 17:01');
  const late = await year.reporter(browser, '科技');
  await late.goto('/filing');
  await expect(new AgencyDesk(late).period(secondQuarter)).toContainText('已过截止时间');
});

test('the overview, the statistics and the reports of the division are those of each quarter', async ({ browser }) => {
  await year.at('2026-07-08 09:00');
  const page = await year.division(browser, 'reviewer');
  const overview = new ReviewDesk(page);
  await overview.open('?plan=2026&quarter=2026Q2');
  expect((await overview.agencies()).toSorted()).toEqual(
    [agencies.发改, agencies.通信, agencies.科技, agencies.人社].toSorted(),
  );
  await expect(overview.count('应报')).toContainText('4');
  // Four reports are due, two were filed in time, none was extended or late, and two are missing.
  const halfOfFour = ['4', '2', '0', '0', '2', '0', '0', '50.0%'];
  const statistics = new StatisticsPage(page);
  await statistics.open('?plan=2026');
  expect(await statistics.cells('分季度', firstQuarter)).toEqual(halfOfFour);
  expect(await statistics.cells('分季度', secondQuarter)).toEqual(halfOfFour);
  for (const agency of [agencies.发改, agencies.人社]) {
    await overview.open('?plan=2026&quarter=2026Q2');
    await overview.openReport(agency);
    await new ReviewReport(page).acceptNoting();
  }
  await overview.open('?plan=2026&quarter=2026Q1');
  await overview.openReport('市发展改革委');
  await expect(page.getByRole('article').first()).toContainText('建设算力中心');
  await expect(page.getByText('建设智能算力中心')).toHaveCount(0);
});

test('the public pages and the open data tell each task as it is now, and who led it when', async ({ browser }) => {
  const page = await year.visitor(browser);
  await page.goto('/tasks/2026-01');
  await expect(page.getByRole('main')).toContainText('建设智能算力中心');
  await page.goto('/tasks/2026-02');
  await expect(page.getByText('本任务自2026年第二季度起终止')).toBeVisible();
  await page.goto('/tasks/2026-03');
  await expect(page.getByRole('main')).toContainText('市教委');
  await page.goto('/notice/2026');
  await expect(page.getByRole('main')).toContainText('开展应用成效评估');
  type Lead = { name: string; fromPeriod: string | null; untilPeriod: string | null };
  type Task = { code: string; text: string; leads: Lead[]; endedFrom: string | null };
  const { tasks } = await year.openData<{ tasks: Task[] }>('/tasks');
  const named = ({ name, fromPeriod, untilPeriod }: Lead) => `${name} ${fromPeriod ?? ''}–${untilPeriod ?? ''}`;
  expect(tasks.map(({ code, text, leads, endedFrom }) => [code, text, leads.map(named).join(' '), endedFrom])).toEqual([
    ['2026-01', '建设智能算力中心', '市发展改革委 – 市通信管理局 –', null],
    ['2026-02', '建设算力中心', '市发展改革委 –2026Q2 市通信管理局 –2026Q2', '2026Q2'],
    ['2026-03', '加强人才培养', '市教委 –2026Q2 市科技局 2026Q2–', null],
    ['2026-04', '开放应用场景', '市科技局 –', null],
    ['2026-05', '开展应用成效评估', '市人社局 2026Q2–', null],
  ]);
  const { agencies: rows } = await year.openData<{ agencies: { name: string; tasks: string[] }[] }>('/agencies');
  expect(rows.map(({ name, tasks: codes }) => [name, codes])).toEqual([
    [agencies.发改, ['2026-01']],
    [agencies.通信, ['2026-01']],
    [agencies.科技, ['2026-03', '2026-04']],
    [agencies.人社, ['2026-05']],
  ]);
});

test('the circular, the ledger and the summary count and quote what was filed', async ({ browser }) => {
  const page = await year.division(browser, 'coordinator');
  const desk = new DocumentDesk(page);
  await desk.open('2026');
  await desk.ask('报送情况通报', secondQuarter);
  await expect(desk.link('2026年第二季度重点任务报送情况通报')).toBeVisible({ timeout: 60_000 });
  const circular = await downloaded(page, desk.link('2026年第二季度重点任务报送情况通报'));
  const { value: words } = await mammoth.extractRawText({ buffer: circular.bytes });
  expect(words).toContain('应报送4家，按时报送2家，未报送2家。按时报送率为50.0%。');
  await desk.ask('台账', '2026年（各季度合并）');
  const halfYear = '2026年上半年重点任务台账';
  await expect(desk.link(halfYear)).toBeVisible({ timeout: 60_000 });
  const ledger = unzipSync((await downloaded(page, desk.link(halfYear))).bytes);
  const cells = Object.entries(ledger)
    .filter(([name]) => name.endsWith('.xml'))
    .map(([, bytes]) => strFromU8(bytes))
    .join('');
  for (const text of ['建设算力中心', '建设智能算力中心', '开展应用成效评估']) expect(cells).toContain(text);

  const summary = await SummaryPage.make(page, '2026', { title: '2026年第二季度重点任务进展情况汇总' });
  const quoted = await summary.exported();
  expect(quoted).toContain('建设智能算力中心');
  expect(quoted).toContain('开展应用成效评估');
  expect(quoted).not.toContain('二期机架投运300个');
});

test('what was filed before the amendments is unchanged, and its receipt still verifies', async ({ browser }) => {
  const page = await year.visitor(browser);
  const check = new ReceiptCheck(page);
  await page.goto('/receipts');
  await check.number.fill(filed.number);
  await check.submit.click();
  await expect(page.getByRole('main')).toContainText('市发展改革委');
  await check.compare(filed.file);
  await expect(page.getByRole('main')).toContainText('一致');
  expect(filed.file).toContain('建设算力中心');
  const agency = await year.reporter(browser, '发改');
  expect(await (await agency.request.get(filed.address)).text()).toBe(filed.file);
});

test('an export that nobody changed differs in nothing, and one changed cell in one fact', async ({ browser }) => {
  const page = await year.division(browser, 'coordinator');
  const preview = new PlanImportPage(page);
  const exported = await (await page.request.get('/plans/2026/export')).body();
  const compared = page.getByRole('status').filter({ hasText: /一致|新增\d+项/ });
  for (const [edit, words] of [
    [(sheet: string) => sheet, '与计划完全一致，没有变化。'],
    [(sheet: string) => sheet.replace('发布场景清单', '发布场景清单2批'), '新增0项、修改1项、删除0项。'],
  ] as const) {
    const buffer = await throughLibreOffice(exported, edit);
    await preview.choose({ name: 'tasks.xlsx', buffer }, '/plans/imports/new?plan=2026');
    await expect(compared).toHaveText(words);
  }
  await expect(page.getByRole('checkbox')).toHaveCount(1);
  await expect(page.getByText('原为“发布场景清单。”，改为“发布场景清单2批。”')).toBeVisible();
});
