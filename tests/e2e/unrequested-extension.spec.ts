import { expect } from '@playwright/test';
import { setDemonstrationClock } from '../support/clock';
import { type Officer, OwnPortal } from '../support/own-portal';
import { AgencyDesk } from '../support/pages/agency-desk';
import { expectNoBarriers, expectToFitPhone } from '../support/pages/filing-barriers';
import { openAs } from '../support/pages/own-portal-page';
import { test } from '../support/pages/test';
import { WorkingDayPicker } from '../support/pages/working-day-picker';
import { closesAt, now } from '../support/report-states';
import { type MadeReport, makeAgency, makeReport } from '../support/reports';
import { storeApril } from '../support/year';

let portal: OwnPortal;
let coordinator: Officer;
let reporter: Officer;
let report: MadeReport;

test.beforeAll(async () => {
  portal = await OwnPortal.start();
  await storeApril(portal.sql);
  coordinator = await portal.signIn('coordinator');
});

test.afterAll(() => portal.stop());

test.beforeEach(async () => {
  await setDemonstrationClock(now, portal.sql);
  const agencyId = await makeAgency(portal.sql);
  reporter = await portal.signIn('reporter', agencyId);
  report = await makeReport({ agencyId, run: portal.sql });
});

for (const withScripts of [true, false]) {
  const how = withScripts ? 'with scripts' : 'without any script';
  test(`the coordinator grants an unrequested extension, and the agency reads it, ${how}`, async ({ browser }) => {
    const page = await openAs(browser, portal, coordinator, { javaScriptEnabled: withScripts });
    await page.goto(`/review/${report.id}`);
    await page.getByText('主动延期……').click();
    const picker = new WorkingDayPicker(page.getByLabel('延期至'));
    expect((await picker.days())[0]).toBe('2020-04-07');
    if (withScripts) {
      await expectNoBarriers(page);
      await page.getByRole('button', { name: '主动延期' }).click();
      await expect(page.getByRole('alert').first()).toBeVisible();
    }
    await picker.choose('2020-04-08');
    await page.getByLabel('理由').fill('填报系统故障');
    await page.getByRole('button', { name: '主动延期' }).click();
    await expect(page.getByText('已主动延期，新的截止日期显示在单位的填报页面。')).toBeVisible();
    await expect(page.getByText('处室主动延期')).toBeVisible();
    await page.goto('/review/extensions');
    await expect(page.getByText('处室主动延期至2020年4月8日').first()).toBeVisible();

    const desk = await openAs(browser, portal, reporter, { javaScriptEnabled: withScripts });
    await desk.goto('/filing');
    const card = new AgencyDesk(desk).period('2020年第一季度');
    await expect(card).toContainText('处室主动延期，截止日期为 2020年4月8日（周三）');
    await expect(card).toContainText('原因：填报系统故障');
    await desk.goto(`/filing/${report.id}/extension`);
    await expect(desk.getByRole('main')).toContainText('处室主动延期，截止日期为 2020年4月8日（周三）');
  });
}

test('after the deadline the coordinator is told that the filing will count as late', async ({ browser }) => {
  await setDemonstrationClock(new Date(closesAt.getTime() + 3_600_000), portal.sql);
  const page = await openAs(browser, portal, coordinator);
  await page.goto(`/review/${report.id}`);
  await expect(page.getByText('计入“逾期补报”')).toBeVisible();
  await page.getByText('主动延期……').click();
  await expectToFitPhone(page);
});

test('only the coordinator finds the form for an extension, if no request is pending', async ({ browser }) => {
  for (const role of ['reviewer', 'leader'] as const) {
    const page = await openAs(browser, portal, await portal.signIn(role));
    await page.goto(`/review/${report.id}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByText('主动延期……')).toHaveCount(0);
  }
  const asked = await makeReport({ extensionPending: true, run: portal.sql });
  const page = await openAs(browser, portal, coordinator);
  await page.goto(`/review/${asked.id}`);
  await expect(page.getByRole('link', { name: '去办理' })).toBeVisible();
  await expect(page.getByText('主动延期……')).toHaveCount(0);
});
