import { expect } from '@playwright/test';
import { fileFirstVersion } from '../support/pages/filed-version';
import { expectNoBarriers, expectToFitPhone } from '../support/pages/filing-barriers';
import { FilingCheck } from '../support/pages/filing-check';
import { FilingEditor } from '../support/pages/filing-editor';
import { pressByKeyboard, typeByKeyboard } from '../support/pages/filing-keyboard';
import { FilingSignIn } from '../support/pages/filing-sign-in';
import { ReviewDesk } from '../support/pages/review-desk';
import { ReviewReport } from '../support/pages/review-report';
import { anotherPerson, signInAs } from '../support/pages/review-sign-in';
import { test } from '../support/pages/test';

// The tests follow one report from its first version to its second, each continuing from the one before.
test.describe.configure({ mode: 'serial' });

const agency = { userName: 'agency06', name: '市交通运输委' };
let report = '';

const version = (number: number, page = '') => `${report}/versions/${number}${page}`;

test.beforeAll(async ({ browser }) => {
  const page = await browser.newPage();
  report = await fileFirstVersion(page, agency.userName);
  await page.close();
});

test('the form for a reason on one section is closed until it is opened, and the agency reads the reason at its field', async ({
  page,
  browser,
}) => {
  test.slow();
  await signInAs(page, 'reviewer');
  await new ReviewDesk(page).openReport(agency.name);
  const review = new ReviewReport(page);
  await expect(review.reason(1)).toHaveCount(1);
  await pressByKeyboard(page, review.task(1).locator('summary', { hasText: '退回意见取得成效' }));
  const field = review.task(1).getByRole('textbox', { name: '“取得成效”的退回意见' });
  await typeByKeyboard(page, field, '请写明数量。');
  await expect(page.getByText('已写 1 项退回意见')).toBeVisible();
  await review.returnDueOn.choose('2020-04-11');
  await review.returning.click();
  await expect(review.problem).toContainText('不是工作日');
  await expect(field).toHaveValue('请写明数量。');
  await expectNoBarriers(page);
  await review.returnDueOn.choose('2020-04-10');
  await review.returning.click();
  await expect(review.done('已退回单位修改')).toBeVisible();
  await expect(review.task(1)).toContainText('针对“取得成效”');

  const officer = await anotherPerson(browser, agency.userName);
  await officer.goto(report);
  const editor = new FilingEditor(officer);
  await expect(editor.section(1, '取得成效')).toHaveAccessibleDescription(/审核意见：\s*请写明数量。/);
  await expect(editor.section(1, '存在问题')).not.toHaveAccessibleDescription(/审核意见/);
  await expect(officer.getByText('对 1 项任务提出了意见')).toBeVisible();
  await expect(officer.getByText(/2020年4月10日（周五）24:00 前再次报送。 还剩 6 个工作日/)).toBeVisible();
  await expectToFitPhone(officer);

  await editor.section(1, '取得成效').fill('取得成效：任务1完成3项。');
  await editor.light(1, '受阻').check();
  await editor.saveAndCheck.click();
  await expect(officer.getByText('任务17：进度灯、取得成效')).toBeVisible();
  await pressByKeyboard(officer, officer.locator('summary', { hasText: '取得成效' }));
  await expect(officer.locator('del')).toContainText('的情况');
  await expect(officer.locator('ins')).toContainText('完成3项');
  await expectNoBarriers(officer);
  await new FilingCheck(officer).file.click();
  await expect(officer).toHaveURL(version(2));
});

test('the second version shows its changes, compared with any other version and on the desk of the division', async ({
  page,
  browser,
}) => {
  await new FilingSignIn(page).signIn(agency.userName);
  await page.goto(version(2));
  await expect(page.locator('summary', { hasText: '与第1版的差异' })).toHaveCount(2);
  await page.getByRole('link', { name: '比较各版差异' }).click();
  await expect(page.getByText('由“正常”改为“受阻”。')).toBeVisible();
  await expect(page.locator('ins')).toContainText('完成3项');
  await expectToFitPhone(page);
  await page.getByLabel('较早的版本').selectOption({ index: 1 });
  await page.getByRole('button', { name: '比较' }).click();
  await expect(page.getByText('与第2版相比，内容没有修改。')).toBeVisible();

  const reviewer = await anotherPerson(browser, 'reviewer');
  await reviewer.goto(report.replace('/filing/', '/review/'));
  await new ReviewReport(reviewer).task(1).locator('summary', { hasText: '与第1版的差异取得成效' }).click();
  await expect(reviewer.locator('ins')).toContainText('完成3项');
  await expectNoBarriers(reviewer);
  await reviewer.getByRole('link', { name: '比较各版差异' }).click();
  await expect(reviewer.getByText('由“正常”改为“受阻”。')).toBeVisible();
  await expectToFitPhone(reviewer);
});

test('another agency finds no version of the report and no comparison', async ({ page, browser }) => {
  const pages = ['', '/receipt', '/export'].map((name) => version(1, name));
  const comparison = `${report}/versions/compare`;
  await new FilingSignIn(page).signIn(agency.userName);
  for (const address of [...pages, comparison]) expect((await page.request.get(address)).status()).toBe(200);
  for (const address of [version(3, '/receipt'), version(3, '/export'), `${comparison}?from=1&to=3`]) {
    expect((await page.request.get(address)).status(), address).toBe(404);
  }
  const ofDivision = `${report.replace('/filing/', '/review/')}/compare`;
  expect((await page.request.get(ofDivision)).status()).toBe(404);
  const neighbour = await (await browser.newContext()).newPage();
  await new FilingSignIn(neighbour).signIn('agency08');
  for (const address of [...pages, comparison, ofDivision]) {
    expect((await neighbour.request.get(address)).status(), address).toBe(404);
  }
});
