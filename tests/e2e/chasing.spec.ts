import { expect, type Page } from '@playwright/test';
import { setDemonstrationClock } from '../support/clock';
import type { JobProcess } from '../support/job-process';
import { type Officer, OwnPortal } from '../support/own-portal';
import { makePeriod } from '../support/pages/chased-period';
import { expectNoBarriers, expectToFitPhone } from '../support/pages/filing-barriers';
import { pressByKeyboard, tabTo } from '../support/pages/filing-keyboard';
import { openAs } from '../support/pages/own-portal-page';
import { test } from '../support/pages/test';

let portal: OwnPortal;
let jobs: JobProcess;
let coordinator: Officer;

test.beforeAll(async () => {
  portal = await OwnPortal.start();
  // This is before the first step of the chasing schedule.
  await setDemonstrationClock(new Date('2020-03-26T02:00:00Z'), portal.sql);
  jobs = await portal.startJobs();
  coordinator = await portal.signIn('coordinator');
});

test.afterAll(async () => {
  await jobs.stop();
  await portal.stop();
});

const notifications = (page: Page) =>
  page.getByRole('navigation', { name: '我的账号' }).getByRole('link', { name: /^站内信/ });

/** Reloads the page until the header shows this number of unread messages. */
async function expectUnread(page: Page, count: number): Promise<void> {
  await expect(async () => {
    await page.reload();
    await expect(notifications(page)).toHaveText(count === 0 ? '站内信' : `站内信（${count}条未读）`, { timeout: 500 });
  }).toPass({ timeout: 20_000 });
}

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with scripts' : 'without any script';
  test(`chosen agencies are chased with a text of one's own and read it in their inbox, ${how}`, async ({
    browser,
  }) => {
    const { planCode, agencies } = await makePeriod(portal, 3);
    const page = await openAs(browser, portal, coordinator, { javaScriptEnabled });
    await page.goto(`/review?plan=${planCode}&quarter=2020Q1`);
    for (const { name } of agencies.slice(0, 2)) await page.getByRole('checkbox', { name }).check();
    if (javaScriptEnabled) await expectNoBarriers(page);
    await page.getByRole('button', { name: '催办勾选的单位' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('催办');
    await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(2);
    await expect(page.getByRole('checkbox', { name: agencies[2]?.name })).not.toBeChecked();
    if (javaScriptEnabled) await expectToFitPhone(page);
    await page.getByLabel('标题').fill('【催办】请今天报送');
    await page.getByLabel('内容').fill('处长明天要看。');
    await page.getByRole('button', { name: '催办所选单位' }).click();
    await expect(page.getByText('已催办2家单位。')).toBeVisible();

    const [chased, , unchased] = agencies;
    const desk = await openAs(browser, portal, chased?.reporter ?? coordinator, { javaScriptEnabled });
    await desk.goto('/filing');
    await expectUnread(desk, 1);
    await notifications(desk).click();
    await expect(desk.getByRole('heading', { name: '【催办】请今天报送' })).toBeVisible();
    await expect(desk.getByText('处长明天要看。')).toBeVisible();
    if (javaScriptEnabled) await expectToFitPhone(desk);
    await desk.getByRole('button', { name: /^标为已读：/ }).click();
    await expect(notifications(desk)).toHaveText('站内信');

    const other = await openAs(browser, portal, unchased?.reporter ?? coordinator);
    await other.goto('/filing');
    await expectUnread(other, 0);

    await page.goto('/review/chasing/log');
    const line = page.getByRole('row').filter({ hasText: chased?.name });
    await expect(line).toContainText('人工催办 【催办】请今天报送');
    await expect(line).toContainText('站内信（已读）');
    if (javaScriptEnabled) await expectToFitPhone(page);
  });
}

test('chasing all agencies asks with their names first, and the other button asks for a choice', async ({
  browser,
}) => {
  const { planCode, agencies } = await makePeriod(portal, 2);
  const page = await openAs(browser, portal, coordinator);
  await page.goto(`/review?plan=${planCode}&quarter=2020Q1`);
  await page.getByRole('link', { name: '催办全部待报送单位' }).click();
  await page.getByRole('button', { name: '催办所选单位' }).click();
  await expect(page.getByRole('alert').first()).toContainText('请先勾选要催办的单位');
  await page.getByRole('button', { name: '催办全部2家单位' }).click();
  const question = page.getByRole('status').filter({ hasText: '将催办以下2家单位' });
  for (const { name } of agencies) await expect(question).toContainText(name);
  await expectNoBarriers(page);
  await expectToFitPhone(page);
  await page.getByRole('button', { name: '确认催办以上2家单位' }).click();
  await expect(page.getByText('已催办2家单位。')).toBeVisible();
  for (const { reporter } of agencies) {
    const desk = await openAs(browser, portal, reporter);
    await desk.goto('/filing');
    await expectUnread(desk, 1);
  }
});

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with scripts' : 'without any script';
  test(`an agency that was chased today is chased again only on purpose, ${how}`, async ({ browser }) => {
    const { planCode, agencies } = await makePeriod(portal, 1);
    const page = await openAs(browser, portal, coordinator, { javaScriptEnabled });
    const [{ name, reporter } = { name: '', reporter: coordinator }] = agencies;
    const chase = async () => {
      await page.getByRole('checkbox', { name }).check();
      await page.getByRole('button', { name: '催办所选单位' }).click();
    };
    await page.goto(`/review/chasing?plan=${planCode}`);
    await chase();
    await expect(page.getByRole('cell', { name: /^今日已催办（\d\d:\d\d）$/ })).toBeVisible();
    await chase();
    await expect(page.getByRole('alert').first()).toContainText('今日已于');
    await page.getByRole('checkbox', { name: '今日已催办的单位也再次催办' }).check();
    await page.getByRole('button', { name: '催办所选单位' }).click();
    await expect(page.getByText('已催办1家单位。')).toBeVisible();

    const desk = await openAs(browser, portal, reporter, { javaScriptEnabled });
    await desk.goto('/messages');
    await expectUnread(desk, 2);
    await desk
      .getByRole('link', { name: /^前往办理/ })
      .first()
      .click();
    await expect(desk).toHaveURL(/\/filing$/);
    await expect(notifications(desk)).toHaveText('站内信（1条未读）');
  });
}

test('by keyboard alone an agency is chosen, the text changed, and the agency chased', async ({ browser }) => {
  const { planCode, agencies } = await makePeriod(portal, 2);
  const page = await openAs(browser, portal, coordinator);
  await page.goto(`/review/chasing?plan=${planCode}`);
  await tabTo(page, page.getByLabel('标题'));
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText('【催办】请键盘前的同事报送');
  await tabTo(page, page.getByRole('checkbox', { name: agencies[1]?.name }));
  await page.keyboard.press('Space');
  await pressByKeyboard(page, page.getByRole('button', { name: '催办所选单位' }));
  await expect(page.getByText('已催办1家单位。')).toBeVisible();
  const desk = await openAs(browser, portal, agencies[1]?.reporter ?? coordinator);
  await desk.goto('/filing');
  await expectUnread(desk, 1);
  await pressByKeyboard(desk, notifications(desk));
  await expect(desk.getByRole('heading', { name: '【催办】请键盘前的同事报送' })).toBeVisible();
  await pressByKeyboard(desk, desk.getByRole('button', { name: /^标为已读：/ }));
  await expect(notifications(desk)).toHaveText('站内信');
});

test('the coordinator sets the days on which agencies are chased automatically', async ({ browser }) => {
  const { planCode } = await makePeriod(portal, 1);
  const page = await openAs(browser, portal, coordinator);
  await page.goto(`/review/chasing?plan=${planCode}`);
  await page.getByText('自动催办', { exact: true }).click();
  await expect(page.getByText('截止后第3个工作日：填报人、单位审核人、领导')).toBeVisible();
  await page.getByRole('link', { name: '调整自动催办' }).click();
  const first = page.getByRole('group', { name: '第1次' });
  await first.getByLabel('工作日数').fill('');
  await page.getByRole('button', { name: '保存' }).click();
  await expect(page.getByRole('alert').first()).toContainText('第1次 工作日数');
  await first.getByLabel('工作日数').fill('7');
  await first.getByRole('checkbox', { name: '单位审核人' }).check();
  await page.getByRole('button', { name: '保存' }).click();
  await expect(page.getByText('自动催办已调整。')).toBeVisible();
  await expect(page.getByText('截止前第7个工作日：填报人、单位审核人')).toBeVisible();
  await expectToFitPhone(page);
});

test('the leader sees who has not filed and the chasing log, and can chase nobody', async ({ browser }) => {
  const { planCode, agencies } = await makePeriod(portal, 1);
  const page = await openAs(browser, portal, await portal.signIn('leader'));
  await page.goto(`/review?plan=${planCode}&quarter=2020Q1`);
  await expect(page.getByRole('checkbox', { name: agencies[0]?.name })).toHaveCount(0);
  await page.goto(`/review/chasing?plan=${planCode}`);
  await expect(page.getByRole('rowheader', { name: agencies[0]?.name })).toBeVisible();
  await expect(page.getByRole('checkbox')).toHaveCount(0);
  await expect(page.getByRole('button', { name: /催办/ })).toHaveCount(0);
  await expectNoBarriers(page);
});
