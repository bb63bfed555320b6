import { expect } from '@playwright/test';
import { makeContribution, makeSupport } from '../support/contributions';
import { type Officer, OwnPortal } from '../support/own-portal';
import { expectNoBarriers } from '../support/pages/filing-barriers';
import { FilingEditor } from '../support/pages/filing-editor';
import { pressByKeyboard, tabTo, typeByKeyboard } from '../support/pages/filing-keyboard';
import { expectToFit, openAs, phone } from '../support/pages/own-portal-page';
import { test } from '../support/pages/test';
import { blankEntry } from '../support/report-states';
import { type MadeReport, makeAgency, makeReport } from '../support/reports';

let portal: OwnPortal;
let report: MadeReport;
let lead: Officer;
let supporter: Officer;
let supportingAgency: string;
let taskId: string;

test.beforeAll(async () => {
  portal = await OwnPortal.start();
});

test.afterAll(() => portal.stop());

test.beforeEach(async () => {
  report = await makeReport({ entry: blankEntry, run: portal.sql });
  taskId = report.taskIds[0] ?? '';
  lead = await portal.signIn('reporter', report.agencyId);
  supportingAgency = await makeAgency(portal.sql);
  await makeSupport(taskId, supportingAgency, portal.sql);
  supporter = await portal.signIn('approver', supportingAgency);
});

const offer = () =>
  makeContribution(
    { reportId: report.id, taskId, agencyId: supportingAgency, writtenById: supporter.accountId },
    portal.sql,
  );
const form = () => `/filing/contributions/${report.id}/${taskId}`;

test('a supporting agency offers a text by keyboard, the lead agency takes it, and both see the decision', async ({
  browser,
}) => {
  const theirs = await openAs(browser, portal, supporter);
  await theirs.goto('/filing');
  await expectNoBarriers(theirs);
  await pressByKeyboard(theirs, theirs.getByRole('link', { name: '提供配合材料' }));
  await expect(theirs).toHaveURL(form());
  await expectNoBarriers(theirs);
  await pressByKeyboard(theirs, theirs.getByRole('button', { name: '提供给牵头单位' }));
  await expect(theirs.getByRole('main').getByRole('alert')).toContainText('供哪个栏目采用');
  await tabTo(theirs, theirs.getByLabel('供哪个栏目采用'));
  for (let step = 0; step < 3; step += 1) await theirs.keyboard.press('ArrowDown');
  await typeByKeyboard(theirs, theirs.getByLabel('内容'), '配合引进项目两个。');
  await pressByKeyboard(theirs, theirs.getByRole('button', { name: '提供给牵头单位' }));
  await expect(theirs.getByRole('status').filter({ hasText: '已提供给牵头单位' })).toBeFocused();
  await expect(theirs.getByLabel('内容')).toHaveValue('');
  await expect(theirs.getByRole('listitem').filter({ hasText: '配合引进项目两个。' })).toContainText('待牵头单位处理');

  const ours = await openAs(browser, portal, lead);
  await ours.goto('/filing');
  await ours.getByRole('link', { name: '2020年第一季度报告：1 份待处理' }).click();
  const editor = new FilingEditor(ours);
  await editor.section(1, '取得成效').fill('本单位完成投产。');
  await expectNoBarriers(ours);
  await editor.task(1).getByRole('button', { name: /^采用/ }).click();
  await expect(editor.section(1, '取得成效')).toHaveValue('本单位完成投产。\n配合引进项目两个。');
  await expect(editor.section(1, '取得成效')).toBeFocused();
  await expect(editor.task(1).getByText('已采用')).toBeVisible();
  const stored = async () =>
    (
      await portal.sql(`SELECT content ->> 'results' AS results FROM "Entry" WHERE "reportId" = $1 AND "taskId" = $2`, [
        report.id,
        taskId,
      ])
    )[0];
  await expect.poll(stored).toEqual({ results: '本单位完成投产。\n配合引进项目两个。' });

  await theirs.reload();
  await expect(theirs.getByRole('listitem').filter({ hasText: '配合引进项目两个。' })).toContainText('已采用');
  await expect(theirs.getByText('本单位完成投产')).toHaveCount(0);
});

test('a text that the lead agency leaves out can no longer be withdrawn by its author', async ({ browser }) => {
  await offer();
  const ours = await openAs(browser, portal, lead);
  const theirs = await openAs(browser, portal, supporter);
  await theirs.goto(form());
  await expect(theirs.getByRole('button', { name: '撤回' })).toBeVisible();
  await ours.goto(`/filing/${report.id}`);
  const editor = new FilingEditor(ours);
  await editor
    .task(1)
    .getByRole('button', { name: /^不采用/ })
    .click();
  await expect(editor.task(1).getByRole('listitem').filter({ hasText: '未采用' })).toBeFocused();
  await expect(editor.section(1, '工作进展情况')).toHaveValue('');
  await theirs.getByRole('button', { name: '撤回' }).click();
  await expect(theirs.getByRole('main').getByRole('alert')).toContainText('已经处理');
  await expect(theirs.getByRole('button', { name: '撤回' })).toHaveCount(0);
});

test('a supporting agency withdraws its offer', async ({ browser }) => {
  await offer();
  const theirs = await openAs(browser, portal, supporter);
  await theirs.goto(form());
  await theirs.getByRole('button', { name: '撤回' }).click();
  await expect(theirs.getByRole('status').filter({ hasText: '已撤回' })).toBeFocused();
  await expect(theirs.getByText('还没有提供。')).toBeVisible();
});

test('without any script an offered text is marked as taken and can be copied', async ({ browser }) => {
  await offer();
  const ours = await openAs(browser, portal, lead, { javaScriptEnabled: false });
  await ours.goto(`/filing/${report.id}`);
  const editor = new FilingEditor(ours);
  await editor.task(1).getByRole('button', { name: /^采用/ }).click();
  await expect(editor.task(1).getByText('已采用')).toBeVisible();
  await expect(editor.task(1).getByText('配合完成调研。')).toBeVisible();
});

test('a report that is not open takes no offers, and both agencies still see what was decided', async ({ browser }) => {
  const id = await offer();
  await portal.sql(
    `UPDATE "Contribution" SET outcome = 'taken', "decidedAt" = "writtenAt", "decidedById" = $2 WHERE id = $1`,
    [id, lead.accountId],
  );
  await portal.sql(`UPDATE "Report" SET status = 'awaiting_sign_off' WHERE id = $1`, [report.id]);
  const theirs = await openAs(browser, portal, supporter);
  await theirs.goto(form());
  await expect(theirs.getByText('目前不接收')).toBeVisible();
  await expect(theirs.getByText('已采用')).toBeVisible();
  await expect(theirs.getByText('待本单位审核')).toHaveCount(0);
  const ours = await openAs(browser, portal, lead);
  await ours.goto(`/filing/${report.id}`);
  await expect(ours.getByRole('list', { name: '配合材料' })).toContainText('已采用');
  await expectNoBarriers(ours);
});

test('only the supporting agency finds the page of its offers, and it finds no page of the report', async () => {
  const status = async (visitor: Officer, path: string) => (await visitor.request(path)).status;
  const stranger = await portal.signIn('reporter', await makeAgency(portal.sql));
  for (const visitor of [stranger, lead, await portal.signIn('reviewer')])
    expect(await status(visitor, form())).toBe(404);
  expect(await status(supporter, form())).toBe(200);
  expect(await status(supporter, `/filing/contributions/${report.id}/${report.taskIds[1]}`)).toBe(404);
  for (const page of ['', '/check', '/extension', '/versions/1']) {
    expect(await status(supporter, `/filing/${report.id}${page}`)).toBe(404);
  }
});

test('the pages of contributions fit a phone without sideways scrolling', async ({ browser }) => {
  await offer();
  const theirs = await openAs(browser, portal, supporter, { viewport: phone });
  for (const address of ['/filing', form()]) {
    await theirs.goto(address);
    await expectToFit(theirs);
    await expectNoBarriers(theirs);
  }
  const ours = await openAs(browser, portal, lead, { viewport: phone });
  await ours.goto(`/filing/${report.id}`);
  await expectToFit(ours);
  await expectNoBarriers(ours);
});
