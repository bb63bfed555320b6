import { expect } from '@playwright/test';
import { OwnPortal } from '../support/own-portal';
import { expectNoBarriers, expectToFitPhone } from '../support/pages/filing-barriers';
import { openAs } from '../support/pages/own-portal-page';
import { test } from '../support/pages/test';

let portal: OwnPortal;

test.beforeAll(async () => {
  portal = await OwnPortal.start();
});

test.afterAll(() => portal.stop());

test('the coordinator of a portal without a plan is led to one, and tries it with the example', async ({ browser }) => {
  const page = await openAs(browser, portal, await portal.signIn('coordinator'));
  await page.goto('/review');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('开始使用');
  await expect(page.getByRole('heading', { level: 2 })).toHaveText([
    /账号.*待办/,
    /工作日历/,
    /工作计划.*待办/,
    /下达.*待办/,
  ]);
  await expectNoBarriers(page);
  await expectToFitPhone(page);
  await page.getByRole('button', { name: '用 2020 年的通知作示例' }).click();
  await expect(page).toHaveURL(/\/plans\/2020$/);
  await page.goto('/review');
  await expect(page.getByRole('heading', { name: /工作计划.*已完成/ })).toBeVisible();

  const reviewer = await openAs(browser, portal, await portal.signIn('reviewer'));
  await reviewer.goto('/review');
  await expect(reviewer.getByRole('button', { name: '用 2020 年的通知作示例' })).toHaveCount(0);
});
