import { expect, type Locator } from '@playwright/test';
import { type Officer, OwnPortal } from '../support/own-portal';
import { expectNoBarriers, expectToFitPhone } from '../support/pages/filing-barriers';
import { OfficerBrowser } from '../support/pages/officer-browser';
import { test } from '../support/pages/test';
import { completeEntry } from '../support/report-states';
import { type MadeReport, makeReport } from '../support/reports';

// A table copied from Word stays a table from the editor to the reader, and numbers of persons are marked on the way.

const copied = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><body><!--StartFragment-->
<table class=MsoTableGrid><tr><td><p class=MsoNormal>企业</p></td><td><p class=MsoNormal>投资额</p></td><td><p class=MsoNormal>完成率</p></td></tr>
<tr><td><p class=MsoNormal>中科曙光</p></td><td><p class=MsoNormal><span lang=EN-US><o:p>&nbsp;</o:p></span></p></td><td><p class=MsoNormal>52%</p></td></tr></table>
<!--EndFragment--></body></html>`;
const rows = '｜企业｜投资额｜完成率｜\n｜中科曙光｜｜52%｜';

let portal: OwnPortal;
let report: MadeReport;
let reporter: Officer;

test.beforeAll(async () => {
  portal = await OwnPortal.start();
  report = await makeReport({ status: 'draft', tasks: 1, entry: completeEntry, run: portal.sql });
  reporter = await portal.signIn('reporter', report.agencyId);
});

test.afterAll(() => portal.stop());

/** Pastes HTML as Word puts it on the clipboard, with the plain text beside it. */
async function pasteHtml(field: Locator, html: string, plain: string): Promise<void> {
  await field.focus();
  await field.evaluate(
    (area, [ofHtml, ofText]) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/html', ofHtml ?? '');
      clipboardData.setData('text/plain', ofText ?? '');
      area.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    },
    [html, plain],
  );
}

const cellsOf = (table: Locator) =>
  table.getByRole('row').evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent)));

test('a table pasted from Word is kept with its empty cells and read as a table, and a number of a person is listed', async ({
  browser,
}) => {
  const officerBrowser = new OfficerBrowser(portal, report.id);
  const page = await officerBrowser.signIn(browser, reporter);
  const editor = await officerBrowser.open(page);
  const problems = editor.section(1, '存在问题');
  await problems.fill('如下：');
  await pasteHtml(problems, copied, '企业\t投资额\t完成率\n中科曙光\t\t52%');
  await expect(problems).toHaveValue(`如下：\n${rows}`);
  await problems.evaluate((area: HTMLTextAreaElement) => area.setSelectionRange(area.value.length, area.value.length));
  await page.keyboard.insertText('\n联系人王\uE863，电话138 0013 8000\u202E。');
  await expect(editor.task(1).getByText('含个人信息：手机号码138 0013 8000')).toBeVisible();
  await expect(editor.task(1).getByText('有1个字无法识别')).toBeVisible();
  await problems.dispatchEvent('keydown', { key: 'Process', code: 'KeyS', ctrlKey: true });
  const stored = `如下：\n${rows}\n联系人王\uE863，电话138 0013 8000。`;
  await officerBrowser.untilStored(report.taskIds[0], 'problems', stored);
  await problems.blur();
  await expect(problems).toHaveValue(stored);

  await editor.saveAndCheck.click();
  const find = page.getByRole('listitem').filter({ hasText: '手机号码138 0013 8000' });
  await expect(find.getByRole('link', { name: '任务1 · 存在问题' })).toHaveAttribute('href', /#task-.*-problems$/);
  await expect(page.getByRole('listitem').filter({ hasText: '有1个字无法识别' })).toBeVisible();
  const table = page.getByRole('region', { name: '表格' }).getByRole('table');
  await expect(table.getByRole('columnheader')).toHaveText(['企业', '投资额', '完成率']);
  expect(await cellsOf(table)).toEqual([
    ['企业', '投资额', '完成率'],
    ['中科曙光', '', '52%'],
  ]);
  await expectNoBarriers(page);
  await expectToFitPhone(page);
  await page.context().close();
});

test('the division reads a filed table as a table, with the numbers of persons marked in the text', async ({
  page,
}) => {
  const problems = `${rows}\n电话13800138000。`;
  const filed = await makeReport({ status: 'filed', tasks: 1, entry: { ...completeEntry, problems }, run: portal.sql });
  const reviewer = await portal.signIn('reviewer');
  await page.setContent(await reviewer.page(`/review/${filed.id}`));
  const task = page.getByRole('article');
  await expect(task.getByRole('columnheader')).toHaveText(['企业', '投资额', '完成率']);
  await expect(task.locator('mark')).toHaveText(['13800138000（手机号码）']);
});
