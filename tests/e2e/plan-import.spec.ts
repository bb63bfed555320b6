import { expect } from '@playwright/test';
import { type Officer, OwnPortal } from '../support/own-portal';
import { expectNoBarriers } from '../support/pages/filing-barriers';
import { expectToFit, openAs, phone } from '../support/pages/own-portal-page';
import { PlanImportPage } from '../support/pages/plan-import-page';
import { test } from '../support/pages/test';
import { samplePlan } from '../support/plan-samples';

let portal: OwnPortal;
let coordinator: Officer;

test.beforeAll(async () => {
  portal = await OwnPortal.start();
  await portal.sql(`INSERT INTO "Office" (id, code, name) VALUES (gen_random_uuid(), 'keji', '高新技术处')`);
  await portal.sql(
    `INSERT INTO "Agency" (id, code, name, position) VALUES (gen_random_uuid(), '91', '东区人民政府', 91),
       (gen_random_uuid(), '92', '西区人民政府', 92)`,
  );
  coordinator = await portal.signIn('coordinator');
});

test.afterAll(() => portal.stop());

test('a Word file is chosen, its names are settled, and it becomes the draft of a plan', async ({ browser }) => {
  const page = await openAs(browser, portal, coordinator);
  await page.goto('/plans');
  await page.getByRole('link', { name: '从文件导入' }).first().click();
  await expectNoBarriers(page);
  const preview = new PlanImportPage(page);
  await preview.choosesSample('g4-merged.docx');
  await expect(preview.counts).toHaveText('读到4项任务，没有错误，没有提醒，7个单位名称待核对。');
  await expectNoBarriers(page);
  await page.getByRole('link', { name: /选择包括的单位.*各区人民政府/ }).click();
  await page.getByRole('checkbox', { name: '东区人民政府' }).check();
  await page.getByRole('checkbox', { name: '西区人民政府' }).check();
  await page.getByRole('button', { name: '保存' }).click();
  await expect(preview.counts).toContainText('6个单位名称待核对');
  await page.getByRole('button', { name: '其余6个都新建' }).click();
  await expect(preview.counts).toContainText('单位都已核对');
  await preview.mend('引育青年人才', '支持高校设置专业；\n引育青年人才50名。');
  await expect(page.getByRole('button', { name: '引育青年人才50名' })).toBeVisible();
  await page.getByRole('button', { name: '写入计划' }).click();
  await expect(page).toHaveURL(/\/plans\/2026$/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('2026年重点任务分工');
});

test('a pasted text with errors is mended at its cells on a phone, and the last change is taken back', async ({
  browser,
}) => {
  const page = await openAs(browser, portal, coordinator, { viewport: phone });
  const preview = new PlanImportPage(page);
  await page.goto('/plans/imports/new');
  await page.getByLabel('从 Word、Excel 或者网页粘贴').fill(samplePlan('m1-missing-cell.txt').toString('utf8'));
  await page.getByRole('button', { name: '读取粘贴的内容' }).click();
  await expect(preview.counts).toContainText('2处错误');
  await expect(page.getByText('错误：任务3没有牵头单位。')).toBeVisible();
  await expectToFit(page);
  await expectNoBarriers(page);
  await preview.mend('修改第14行牵头单位（空）', '市教委');
  await expect(preview.counts).toContainText('1处错误');
  await page.getByRole('button', { name: '撤销上一步' }).click();
  await expect(preview.counts).toContainText('2处错误');
});

test('a table that is pasted from a spreadsheet keeps its merged cells', async ({ browser }) => {
  const page = await openAs(browser, portal, coordinator);
  await page.goto('/plans/imports/new');
  const html = samplePlan('h9-pasted-from-excel.htm').toString('utf8');
  await page.getByLabel('从 Word、Excel 或者网页粘贴').evaluate((area, markup) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/html', markup);
    area.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, html);
  await expect(new PlanImportPage(page).counts).toContainText('读到3项任务，没有错误');
});
