import { expect } from '@playwright/test';
import { OldBrowser } from '../support/old-browser';
import { type Officer, OwnPortal, officerPassword } from '../support/own-portal';
import { test } from '../support/pages/test';
import { blankEntry, completeEntry } from '../support/report-states';
import { agencyCodeOf, type MadeReport, makeReport } from '../support/reports';

let portal: OwnPortal;

test.beforeAll(async () => {
  portal = await OwnPortal.start();
});

test.afterAll(() => portal.stop());

/** Runs a step of one person in an old browser, whose pages must be styled and free of errors. */
async function inBrowser(
  version: 86 | 103,
  officer: Officer,
  step: (browser: OldBrowser, show: (name: string) => Promise<void>) => Promise<void>,
): Promise<void> {
  const browser = await OldBrowser.start(version, portal.url);
  const show = async (name: string) => {
    await browser.page.screenshot({ path: test.info().outputPath(`${version}-${name}.png`), fullPage: true });
    expect(await browser.overflow(), name).toBe(0);
    expect(await browser.style('header svg', 'width'), name).toBe('40px');
    expect(await browser.style('.browser-notice', 'display'), name).toBe('none');
    expect(await browser.style('body', 'backgroundColor'), name).toBe('rgb(243, 245, 248)');
  };
  try {
    await browser.signIn(officer.userName, officerPassword);
    await step(browser, show);
    expect(browser.errors).toEqual([]);
  } finally {
    await browser.close();
  }
}

const sections = {
  工作进展情况: 'progress',
  存在问题: 'problems',
  取得成效: 'results',
  下一步工作: 'nextSteps',
} as const;

/** The stored texts of a report's only task. */
async function storedTexts(report: MadeReport): Promise<unknown> {
  const columns = Object.values(sections).map((key) => `content ->> '${key}' AS "${key}"`);
  const [row] = await portal.sql(`SELECT ${columns} FROM "Entry" WHERE "reportId" = $1`, [report.id]);
  return row;
}

test('in Chromium 86 a reporter signs in, writes what saves itself, checks, files and gets a receipt', async () => {
  test.setTimeout(180_000);
  const report = await makeReport({ tasks: 1, entry: blankEntry, run: portal.sql });
  const reporter = await portal.signIn('reporter', report.agencyId);
  const written = Object.fromEntries(
    Object.entries(sections).map(([name, column]) => [column, `${name}：旧版浏览器。`]),
  );
  await inBrowser(86, reporter, async (browser, show) => {
    await show('desk');
    await browser.press('继续填报');
    await browser.press('正常');
    for (const [name, column] of Object.entries(sections)) await browser.type(name, written[column] ?? '');
    await expect.poll(() => storedTexts(report)).toEqual(written);
    await browser.sees('已保存');
    await show('editor');
    await browser.press('保存并检查');
    await browser.sees('确认报送');
    await show('check');
    await browser.press('确认报送');
    await browser.sees('报送回执');
    await show('receipt');
  });
  const filed =
    'SELECT r.status, v.number FROM "Report" r JOIN "FiledVersion" v ON v."reportId" = r.id WHERE r.id = $1';
  expect(await portal.sql(filed, [report.id])).toEqual([{ status: 'filed', number: 1 }]);
});

test('in Chromium 103 a report is accepted, proposed, confirmed by another account and public', async () => {
  test.setTimeout(180_000);
  const entry = { ...completeEntry, progress: '旧版浏览器中公开的进展。' };
  const report = await makeReport({ status: 'filed', tasks: 1, entry, run: portal.sql });
  const address = `/review/${report.id}`;
  await inBrowser(103, await portal.signIn('coordinator'), async (browser, show) => {
    await browser.open(address);
    await browser.sees('审核通过');
    await show('review');
    await browser.press('审核通过');
    await browser.sees('已审核通过');
    await browser.open(`${address}/publication`);
    await browser.sees('提请公开');
    await show('proposal');
    await browser.press('提请公开');
    await browser.sees('等待另一人确认');
  });
  await inBrowser(103, await portal.signIn('leader'), async (browser, show) => {
    await browser.open(`${address}/publication`);
    await browser.press('已逐项审查，可以公开');
    await browser.setDate('审查日期', '2020-04-02');
    await show('confirmation');
    await browser.press('确认公开');
    await browser.sees('已确认公开');
    await browser.open(`/agencies/${agencyCodeOf(report.agencyId)}`);
    await browser.sees('旧版浏览器中公开的进展。');
    await show('public');
  });
});
