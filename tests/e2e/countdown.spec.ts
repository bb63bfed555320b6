import { expect } from '@playwright/test';
import { setDemonstrationClock } from '../support/clock';
import { type Officer, OwnPortal } from '../support/own-portal';
import { FilingCheck } from '../support/pages/filing-check';
import { openAs } from '../support/pages/own-portal-page';
import { test } from '../support/pages/test';
import { closesAt, now } from '../support/report-states';
import { type MadeReport, makeAgency, makeReport } from '../support/reports';

let portal: OwnPortal;
let reporter: Officer;
let report: MadeReport;

test.beforeAll(async () => {
  portal = await OwnPortal.start();
});

test.afterAll(() => portal.stop());

test.beforeEach(async () => {
  await setDemonstrationClock(now, portal.sql);
  const agencyId = await makeAgency(portal.sql);
  reporter = await portal.signIn('reporter', agencyId);
  report = await makeReport({ agencyId, tasks: 5, run: portal.sql });
});

const hour = 60 * 60_000;

test('an editor and a check page that stay open count down, and turn at the closing instant without a reload', async ({
  browser,
}) => {
  const editor = await openAs(browser, portal, reporter);
  await editor.clock.install();
  await editor.goto(`/filing/${report.id}`);
  const left = editor.locator('[data-time-left]').last();
  await expect(left).toHaveText('还剩 2 个工作日（含今天）');
  const check = await editor.context().newPage();
  await check.clock.install();
  await check.goto(`/filing/${report.id}/check`);
  const { file } = new FilingCheck(check);
  await expect(file).toBeVisible();

  const overnight = 24 * hour;
  await editor.clock.fastForward(overnight);
  await expect(left).toHaveText(/^今天截止，还剩 14 小时( 59 分钟)?|^今天截止，还剩 15 小时$/);

  // The portal's own clock goes along, since the pages ask it once they have turned.
  await setDemonstrationClock(new Date(closesAt.getTime() + 1_000), portal.sql);
  await editor.clock.fastForward(closesAt.getTime() - now.getTime() - overnight + 1_000);
  await expect(left).toHaveText('已截止');
  await expect(editor.getByText('已过截止时间').first()).toBeVisible();
  await check.clock.fastForward(closesAt.getTime() - now.getTime() + 1_000);
  await expect(file).toHaveCount(0);
  await expect(check.getByText('已过截止时间').first()).toBeVisible();
});

test('no field that gets the focus, and no line that is written, lies under the save bar', async ({ browser }) => {
  const page = await openAs(browser, portal, reporter);
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.goto(`/filing/${report.id}`);
  const texts = page.getByRole('textbox');
  const bar = page.locator('.sticky.bottom-0');
  const barTop = async () => (await bar.boundingBox())?.y ?? 0;
  await expect(texts.first()).toBeVisible();
  expect((await bar.boundingBox())?.height).toBeLessThanOrEqual(50);
  const last = texts.nth((await texts.count()) - 1);
  await last.focus();
  await page.keyboard.press('End');
  for (let line = 0; line < 30; line += 1) await page.keyboard.type('一行文字\n');
  // The cursor stands in the last line, at the lower edge of the field's content.
  await expect
    .poll(async () => {
      const box = await last.boundingBox();
      return (box?.y ?? 0) + (box?.height ?? 0) - (await barTop()) < 40;
    })
    .toBe(true);
  await texts.first().focus();
  let stops = 0;
  for (await page.keyboard.press('Tab'); (await bar.locator(':focus').count()) === 0; stops += 1) {
    await expect
      .poll(async () => {
        const box = await page.locator(':focus').boundingBox();
        return (box?.y ?? 0) + Math.min(box?.height ?? 0, 40) <= (await barTop()) + 1;
      })
      .toBe(true);
    await page.keyboard.press('Tab');
  }
  // Every text but the first has had the focus on the way to the bar.
  expect(stops).toBeGreaterThanOrEqual((await texts.count()) - 1);
});
