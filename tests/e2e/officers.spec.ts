import { randomUUID } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import { actionOf, type Fields, formsOf, refusalIn, Visitor } from '../support/forms';
import { type Officer, OwnPortal } from '../support/own-portal';
import { expectNoBarriers } from '../support/pages/filing-barriers';
import { pressByKeyboard, tabTo, typeByKeyboard } from '../support/pages/filing-keyboard';
import { FilingSignIn } from '../support/pages/filing-sign-in';
import { expectToFit, openAs, phone } from '../support/pages/own-portal-page';
import { test } from '../support/pages/test';
import { makeAgency, makeReport } from '../support/reports';

const officers = '/filing/officers';

let portal: OwnPortal;
let agencyId: string;
let reporter: Officer;
let approver: Officer;

test.beforeAll(async () => {
  portal = await OwnPortal.start();
});

test.afterAll(() => portal.stop());

test.beforeEach(async () => {
  agencyId = await makeAgency(portal.sql, true);
  reporter = await portal.signIn('reporter', agencyId);
  approver = await portal.signIn('approver', agencyId);
});

/** Moves down a focused list to one of its entries. */
async function choose(page: Page, entry: number) {
  for (let step = 0; step < entry; step += 1) await page.keyboard.press('ArrowDown');
}

const rolesOf = ({ accountId }: Officer) =>
  portal.sql(`SELECT roles::text, "closedAt" IS NOT NULL AS closed FROM "Account" WHERE id = $1`, [accountId]);

test("the reporter's role is transferred to a new officer by keyboard, and the one-time password is shown once", async ({
  browser,
}) => {
  const page = await openAs(browser, portal, approver);
  const old = await openAs(browser, portal, reporter);
  await page.goto(officers);
  await expectNoBarriers(page);
  await pressByKeyboard(page, page.locator('summary', { hasText: '移交角色' }));
  await tabTo(page, page.getByLabel('角色及现任人员').first());
  await choose(page, 1);
  await tabTo(page, page.getByLabel('接任人员').first());
  await choose(page, 3);
  await typeByKeyboard(page, page.getByLabel('姓名').first(), '王五');
  await typeByKeyboard(page, page.getByLabel('用户名').first(), '王五');
  await pressByKeyboard(page, page.getByRole('button', { name: '确认移交' }));
  await expect(page.getByRole('main').getByRole('alert')).toContainText('用户名：3至50位');
  await expectNoBarriers(page);
  const userName = `wang-${randomUUID().slice(0, 8)}`;
  await tabTo(page, page.getByLabel('用户名').first());
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(userName);
  await pressByKeyboard(page, page.getByRole('button', { name: '确认移交' }));

  const outcome = page.getByRole('status').filter({ hasText: '一次性密码' });
  await expect(outcome).toBeFocused();
  const password = (await outcome.locator('strong').textContent()) ?? '';
  expect(password).toMatch(/^\w{4}-\w{4}-\w{5}$/);
  await expect(
    page.getByText(`填报人由${reporter.userName}（${reporter.userName}）移交给王五（${userName}）`),
  ).toBeVisible();
  await expect(page.getByRole('row', { name: '王五' })).toContainText('从未登录');
  await expectNoBarriers(page);
  await page.reload();
  await expect(page.getByText(password)).toHaveCount(0);

  await old.goto('/filing');
  await expect(old).toHaveURL(/\/sign-in/);
  const signIn = new FilingSignIn(old);
  await signIn.userName.fill(userName);
  await signIn.password.fill(password);
  await signIn.submit.click();
  await expect(old.getByText('您使用的是一次性密码')).toBeVisible();
});

test('without any script an officer is added, and the one-time password is shown only once', async ({ browser }) => {
  const page = await openAs(browser, portal, approver, { javaScriptEnabled: false });
  await page.goto(officers);
  await page.locator('summary', { hasText: '增加角色或人员' }).click();
  const form = page.locator('form', { hasText: '确认增加' });
  await form.getByLabel('角色').selectOption('填报人');
  await form.getByLabel('人员', { exact: false }).selectOption('新人员（开通账号）');
  await form.getByLabel('姓名').fill('赵六');
  await form.getByLabel('用户名').fill(`zhao-${randomUUID().slice(0, 8)}`);
  await form.getByRole('button', { name: '确认增加' }).click();
  await expect(page.getByText('一次性密码：')).toBeVisible();
  await page.goto(officers);
  await expect(page.getByText('一次性密码：')).toHaveCount(0);
  await expect(page.getByRole('row', { name: '赵六' })).toBeVisible();
});

test('a reporter reads the page of officers and can change nothing', async ({ browser }) => {
  const page = await openAs(browser, portal, reporter);
  await page.goto(officers);
  await expect(page.getByRole('row', { name: approver.userName })).toContainText('单位审核人');
  await expect(page.getByRole('main').getByRole('button')).toHaveCount(0);
  await expect(page.locator('summary')).toHaveCount(0);
});

test('the second of two approvers is told that the officers have changed', async ({ browser }) => {
  const second = await portal.signIn('approver', agencyId);
  const [page, other] = [await openAs(browser, portal, approver), await openAs(browser, portal, second)];
  for (const each of [page, other]) {
    await each.goto(officers);
    await each.locator('summary', { hasText: '取消角色' }).click();
    await each.locator('form', { hasText: '确认取消' }).getByLabel('角色及现任人员').selectOption({ index: 1 });
  }
  await page.getByRole('button', { name: '确认取消' }).click();
  await expect(page.getByText('已取消。')).toBeVisible();
  await other.getByRole('button', { name: '确认取消' }).click();
  await expect(other.getByRole('main').getByRole('alert')).toContainText('刚刚有变动');
});

test('sign-off is switched off and on, but not while a report waits for it', async ({ browser }) => {
  const page = await openAs(browser, portal, approver);
  await page.goto(officers);
  await page.getByRole('button', { name: '停用单位审核' }).click();
  await expect(page.getByRole('status').filter({ hasText: '未启用' })).toBeFocused();
  await page.getByRole('button', { name: '启用单位审核' }).click();
  await expect(page.getByText('已启用：')).toBeVisible();
  await makeReport({ status: 'awaiting_sign_off', agencyId, run: portal.sql });
  await page.getByRole('button', { name: '停用单位审核' }).click();
  await expect(page.getByRole('main').getByRole('alert')).toContainText('正在等待单位审核');
});

test('a reminder to the approver is shown on the desk and the report until it is sent back', async ({ browser }) => {
  const { id } = await makeReport({ status: 'awaiting_sign_off', agencyId, run: portal.sql });
  const page = await openAs(browser, portal, reporter);
  await page.goto(`/filing/${id}`);
  await expect(page.getByText(`等待单位审核人（${approver.userName}）`)).toBeVisible();
  await pressByKeyboard(page, page.getByRole('button', { name: '提醒单位审核人' }));
  await expect(page.getByRole('status').filter({ hasText: '可以再次提醒' })).toBeFocused();
  await expect(page.getByRole('button', { name: '提醒单位审核人' })).toHaveCount(0);
  await expectNoBarriers(page);

  const head = await openAs(browser, portal, approver);
  await head.goto('/filing');
  await expect(head.getByText('有报告等待您审核')).toBeVisible();
  await expectNoBarriers(head);
  await head.getByRole('link', { name: '打开2020年第一季度报告' }).click();
  await expect(head.getByText(`${reporter.userName}于 2020年4月2日`)).toBeVisible();
  await head.locator('summary', { hasText: '退回填报人' }).click();
  await head.getByLabel('退回原因').fill('请补充数据。');
  await head.getByRole('button', { name: '确认退回填报人' }).click();
  await expect(head).toHaveURL(/\/filing\?done=send-back$/);
  await expect(head.getByText('有报告等待您审核')).toHaveCount(0);
  await head.getByRole('button', { name: '提醒填报人' }).click();
  await expect(head.getByText('已提醒填报人。')).toBeVisible();
  await page.goto('/filing');
  await expect(page.getByText('请尽快填报')).toBeVisible();
});

test('no command touches accounts of another agency, and none is carried out for a reporter or stranger', async () => {
  const elsewhere = await portal.signIn('reporter', await makeAgency(portal.sql));
  const html = await approver.page(officers);
  expect(html).not.toContain(elsewhere.userName);
  const action = (words: string) =>
    actionOf(formsOf(html).find(({ text }) => text.includes(words)) ?? { fields: {}, text: '' });
  const attempts: { words: string; fields: Fields }[] = [
    { words: '确认移交', fields: { holding: `reporter:${elsewhere.accountId}`, to: approver.accountId } },
    { words: '确认移交', fields: { holding: `reporter:${reporter.accountId}`, to: elsewhere.accountId } },
    { words: '确认增加', fields: { role: 'approver', to: elsewhere.accountId } },
    { words: '确认取消', fields: { holding: `reporter:${elsewhere.accountId}` } },
  ];
  const forged = { accountId: approver.accountId };
  for (const { words, fields } of attempts) {
    const call = async (visitor: Visitor) =>
      refusalIn(await visitor.call(officers, action(words).id, { ...forged, ...fields }));
    expect(await call(approver)).toBe('not-found');
    expect(await call(reporter)).toBe('forbidden');
    expect(await call(new Visitor(portal.url))).toBe('signed-out');
  }
  const setting = action('停用单位审核').id;
  const ofOther = { agencyId: randomUUID(), required: 'off' };
  expect(await refusalIn(await approver.call(officers, setting, ofOther))).toBe('forbidden');
  expect(await refusalIn(await reporter.call(officers, setting, { required: 'off' }))).toBe('forbidden');
  expect(await rolesOf(elsewhere)).toEqual([{ roles: '{reporter}', closed: false }]);
  expect(await rolesOf(reporter)).toEqual([{ roles: '{reporter}', closed: false }]);
  const reviewer = await portal.signIn('reviewer');
  expect((await reviewer.request(officers)).headers.get('location')).toBe('/desk');
});

test('the page of officers fits a phone without sideways scrolling', async ({ browser }) => {
  const page = await openAs(browser, portal, approver, { viewport: phone });
  await page.goto(officers);
  for (const words of ['移交角色', '增加角色或人员', '取消角色'])
    await page.locator('summary', { hasText: words }).click();
  await expectToFit(page);
  await expectNoBarriers(page);
});
