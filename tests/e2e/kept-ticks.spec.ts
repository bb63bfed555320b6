import { type Browser, expect, type Page } from '@playwright/test';
import { setDemonstrationClock } from '../support/clock';
import { type Officer, OwnPortal } from '../support/own-portal';
import { makePeriod } from '../support/pages/chased-period';
import { openAs } from '../support/pages/own-portal-page';
import { test } from '../support/pages/test';

// With scripts a refused form is never left; without them it comes back from the server.

let portal: OwnPortal;
let coordinator: Officer;

test.beforeAll(async () => {
  portal = await OwnPortal.start();
  await setDemonstrationClock(new Date('2020-03-26T02:00:00Z'), portal.sql);
  coordinator = await portal.signIn('coordinator');
});

test.afterAll(() => portal.stop());

async function open(browser: Browser, address: string): Promise<Page> {
  const page = await openAs(browser, portal, coordinator, { javaScriptEnabled: false });
  await page.goto(address);
  return page;
}

const ticked = (page: Page) => page.getByRole('main').getByRole('checkbox', { checked: true });

test('agencies chosen for chasing stay chosen when the text is missing', async ({ browser }) => {
  const { planCode, agencies } = await makePeriod(portal, 3);
  const page = await open(browser, `/review/chasing?plan=${planCode}`);
  for (const { name } of agencies.slice(1)) await page.getByRole('checkbox', { name }).check();
  await page.getByLabel('标题').fill('');
  await page.getByRole('button', { name: '催办所选单位' }).click();
  await expect(page.getByRole('alert').first()).toContainText('标题');
  await expect(ticked(page)).toHaveCount(2);
  await expect(page.getByRole('checkbox', { name: agencies[0]?.name })).not.toBeChecked();
});

test('the recipients of a step of the chasing schedule stay chosen when its day is missing', async ({ browser }) => {
  const { planCode } = await makePeriod(portal, 1);
  const page = await open(browser, `/review/chasing/schedule?plan=${planCode}`);
  const first = page.getByRole('group', { name: '第1次' });
  await first.getByLabel('工作日数').fill('');
  await first.getByRole('checkbox', { name: '填报人' }).uncheck();
  for (const name of ['单位审核人', '领导']) await first.getByRole('checkbox', { name }).check();
  await page.getByRole('button', { name: '保存' }).click();
  await expect(page.getByRole('alert').first()).toContainText('第1次 工作日数');
  await expect(first.getByRole('checkbox', { name: '填报人' })).not.toBeChecked();
  for (const name of ['单位审核人', '领导']) await expect(first.getByRole('checkbox', { name })).toBeChecked();
});

test('a chosen channel stays chosen when its address is missing', async ({ browser }) => {
  const page = await open(browser, '/account/channels');
  await page.getByRole('checkbox', { name: '企业微信或钉钉群机器人' }).check();
  await page.getByRole('button', { name: '保存' }).click();
  await expect(page.getByRole('alert').first()).toBeVisible();
  await expect(page.getByRole('checkbox', { name: '企业微信或钉钉群机器人' })).toBeChecked();
  await expect(ticked(page)).toHaveCount(1);
});

test('agencies stay chosen when no reviewer is named', async ({ browser }) => {
  const { planCode, agencies } = await makePeriod(portal, 2);
  const page = await open(browser, `/review/assignment?plan=${planCode}`);
  for (const { name } of agencies) await page.getByRole('checkbox', { name }).check();
  await page.getByRole('button', { name: '分配勾选的单位' }).click();
  await expect(page.getByRole('alert').first()).toBeVisible();
  await expect(ticked(page)).toHaveCount(2);
});
