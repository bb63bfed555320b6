import { randomUUID } from 'node:crypto';
import { type Browser, expect } from '@playwright/test';
import { setDemonstrationClock } from '../support/clock';
import { actionOf, formsOf, refusalIn } from '../support/forms';
import { parseICalendar, textOf } from '../support/icalendar';
import { type Officer, OwnPortal } from '../support/own-portal';
import { AgencyDesk } from '../support/pages/agency-desk';
import { expectNoBarriers } from '../support/pages/filing-barriers';
import { FilingEditor } from '../support/pages/filing-editor';
import { tabTo } from '../support/pages/filing-keyboard';
import { openAs, phone } from '../support/pages/own-portal-page';
import { test } from '../support/pages/test';
import { WorkingDayPicker } from '../support/pages/working-day-picker';
import { blankEntry, closesAt, now } from '../support/report-states';
import { makeAgency, makeReport, type WantedReport } from '../support/reports';
import { makeSecondPeriod, storeApril } from '../support/year';

const first = '2020年第一季度';
const second = '2020年第二季度';
const oneSecondAfter = new Date(closesAt.getTime() + 1_000);

let portal: OwnPortal;
let agencyId: string;
let reporter: Officer;

test.beforeAll(async () => {
  portal = await OwnPortal.start();
  await storeApril(portal.sql);
});

test.afterAll(() => portal.stop());

test.beforeEach(async () => {
  await setDemonstrationClock(now, portal.sql);
  agencyId = await makeAgency(portal.sql);
  reporter = await portal.signIn('reporter', agencyId);
});

const make = (wanted: WantedReport = {}) => makeReport({ agencyId, run: portal.sql, ...wanted });

async function openDesk(browser: Browser): Promise<AgencyDesk> {
  const desk = new AgencyDesk(await openAs(browser, portal, reporter));
  await desk.open();
  return desk;
}

test('a report that is not started says so, with its last day and the person who has to act', async ({ browser }) => {
  const { id } = await make({ status: 'not_started' });
  const desk = await openDesk(browser);
  const card = desk.period(first);
  await expect(card).toContainText('还剩 2 个工作日（含今天）');
  await expect(card).toContainText('2020年4月3日（周五）24:00');
  await expect(card).toContainText('尚未开始填报，共 2 项重点任务');
  await expect(card).toContainText(`填报人（${reporter.userName}）填写并报送`);
  await expect(desk.cell(1, first)).toHaveAttribute('href', `/filing/${id}`);
  await expectNoBarriers(desk.page);
});

test('a draft lists its missing parts, and each leads to its field', async ({ browser }) => {
  await make({ entry: { ...blankEntry, progress: '进展', results: '成效', nextSteps: '下一步', light: 'blocked' } });
  const desk = await openDesk(browser);
  await expect(desk.period(first)).toContainText('还有 2 项需要填写或更正');
  await expect(desk.cell(2, first)).toHaveText('填报中');
  await expect(desk.year.getByRole('row', { name: /任务2/ })).toContainText('受阻');
  await expectNoBarriers(desk.page);
  await desk.missing(first, '任务2 · 存在问题').click();
  await expect(new FilingEditor(desk.page).section(2, '存在问题')).toBeFocused();
});

test('the last day is counted in hours and minutes, and after it an extension is offered', async ({ browser }) => {
  await make();
  await setDemonstrationClock(new Date(closesAt.getTime() - 3 * 60 * 60_000), portal.sql);
  const desk = await openDesk(browser);
  await expect(desk.period(first)).toContainText(/今天截止，还剩 (3 小时|2 小时 5\d 分钟)/);
  await setDemonstrationClock(oneSecondAfter, portal.sql);
  await desk.open();
  await expect(desk.period(first)).toContainText('已截止');
  await expect(desk.period(first).getByRole('link', { name: '申请延期' })).toBeVisible();
  await expectNoBarriers(desk.page);
});

test('a returned report shows its reasons and its own last day', async ({ browser }) => {
  const { id, taskIds } = await make({ status: 'returned' });
  await portal.sql(
    `UPDATE "Report" SET "returnDueOn" = '2020-04-08', "returnClosesAt" = '2020-04-08T16:00:00Z' WHERE id = $1`,
    [id],
  );
  await portal.sql(
    `INSERT INTO "ReviewComment" (id, "reviewId", "taskId", text) SELECT $1, id, $2, '请补充量化数据' FROM "Review" WHERE "reportId" = $3`,
    [randomUUID(), taskIds[1], id],
  );
  const desk = await openDesk(browser);
  const card = desk.period(first);
  await expect(card).toContainText('退回修改期限');
  await expect(card).toContainText('还剩 4 个工作日（含今天）');
  await expect(card).toContainText('请补充量化数据');
  await expect(card.getByRole('link', { name: '任务2', exact: true }).first()).toHaveAttribute('href', /#task-.*-2$/);
  await expectNoBarriers(desk.page);
});

test('a filed report can be withdrawn until the closing instant, and then says why not', async ({ browser }) => {
  const { id } = await make({ status: 'filed' });
  const desk = await openDesk(browser);
  await expect(desk.period(first).getByText('撤回', { exact: true })).toBeVisible();
  await expect(desk.cell(1, first)).toHaveAttribute('href', `/filing/${id}/versions/1`);
  await setDemonstrationClock(oneSecondAfter, portal.sql);
  await desk.open();
  await expect(desk.period(first).getByText('撤回', { exact: true })).toHaveCount(0);
  await expect(desk.period(first)).toContainText('撤回只限截止时间前、审核开始前');
  await expectNoBarriers(desk.page);
});

test('an agency with nothing due is told so, with the next opening and deadline', async ({ browser }) => {
  await makeSecondPeriod(await make({ status: 'accepted', published: true }), portal.sql);
  const desk = await openDesk(browser);
  const main = desk.page.getByRole('main');
  await expect(main).toContainText('目前没有需要报送的报告');
  await expect(main).toContainText(
    `下一期是${second}：2020年6月1日（周一）开始填报，2020年7月3日（周五）24:00截止（暂定）。`,
  );
  await expect(desk.cell(1, first)).toHaveText('已审核，已公开');
  await expect(desk.year).toContainText('2020年6月1日开始');
  await expectNoBarriers(desk.page);
});

test('a last day is chosen by keyboard among working days, and a weekend is refused even when it is sent directly', async ({
  browser,
}) => {
  const { id } = await make();
  const path = `/filing/${id}/extension`;
  const form = formsOf(await reporter.page(path)).find(({ fields }) => 'proposedOn' in fields);
  if (!form) throw new Error('the page has no form');
  const forged = { ...form.fields, proposedOn: '2020-04-25', reason: '数据未到' };
  expect(await refusalIn(await reporter.call(path, actionOf(form).id, forged))).toBe('due-date-not-a-working-day');

  const page = await openAs(browser, portal, reporter);
  await page.goto(path);
  const picker = new WorkingDayPicker(page.getByLabel('希望延到的日期'));
  const days = await picker.days();
  expect(days[0]).toBe('2020-04-07');
  expect(days).toContain('2020-04-26');
  expect(days).not.toContain('2020-04-25');
  await tabTo(page, picker.field);
  expect((await picker.suggestions())[1]).toEqual({ day: '2020-04-08', words: '4月8日（周三），晚 2 个工作日' });
  await picker.choose('2020-04-08');
  await tabTo(page, page.getByLabel('延期原因'));
  await page.keyboard.insertText('数据未到。');
  await expectNoBarriers(page);
  await tabTo(page, page.getByRole('button', { name: '提交申请' }));
  await page.keyboard.press('Enter');
  await expect(page.getByText('申请已提交')).toBeVisible();
  await page.goto('/filing');
  await expect(new AgencyDesk(page).period(first)).toContainText('申请延至 2020年4月8日（周三），等待办理');
});

test('the calendar is found by its secret address only, until that is renewed', async ({ browser }) => {
  await make();
  const page = await openAs(browser, portal, reporter);
  await page.goto('/filing');
  await page.getByRole('link', { name: '订阅截止日期到日历' }).click();
  await page.getByRole('button', { name: '生成订阅地址' }).click();
  const address = page.getByLabel('您的订阅地址');
  await expect(address).toHaveValue(/\/api\/calendar\/[\w-]{43}\.ics$/);
  await expectNoBarriers(page);
  const before = await address.inputValue();
  const [event] = parseICalendar(await (await fetch(before)).text()).components;
  expect([textOf(event, 'DTSTART'), textOf(event, 'URL')]).toEqual(['20200403', `${portal.url}/filing`]);

  await page.getByText('更换或停用地址').click();
  await page.getByRole('button', { name: '更换地址' }).click();
  await expect(address).not.toHaveValue(before);
  expect((await fetch(before)).status).toBe(404);
  expect((await fetch(await address.inputValue())).status).toBe(200);
});

test('the desk of an agency needs no sideways scrolling on a phone', async ({ browser }) => {
  const report = await make({ entry: blankEntry });
  await makeSecondPeriod(report, portal.sql);
  const page = await openAs(browser, portal, reporter, { viewport: phone });
  for (const path of ['/filing', '/filing/calendar', `/filing/${report.id}/extension`]) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375);
    await expectNoBarriers(page);
  }
});
