import { expect } from '@playwright/test';
import { arrangementOf2027 } from '../support/arrangements/texts';
import { setDemonstrationClock } from '../support/clock';
import { OwnPortal } from '../support/own-portal';
import { AgencyDesk } from '../support/pages/agency-desk';
import { expectNoBarriers } from '../support/pages/filing-barriers';
import { expectToFit, openAs, phone } from '../support/pages/own-portal-page';
import { test } from '../support/pages/test';
import { makeAgency, makeReport } from '../support/reports';

let portal: OwnPortal;

test.beforeAll(async () => {
  portal = await OwnPortal.start();
  await setDemonstrationClock(new Date('2026-11-30T02:00:00Z'), portal.sql);
  await portal.sql(
    `INSERT INTO "CalendarYear" (year, confirmed, source) VALUES (2026, true, '试验'), (2027, false, '条例')`,
  );
  await portal.sql(
    `INSERT INTO "CalendarDay" (date, kind, name, source) VALUES ('2027-01-01', 'statutory_holiday', '元旦', '条例')`,
  );
});

test.afterAll(() => portal.stop());

/** 4 January 2027 is off too, so that the third working day is the 7th and not the 6th. */
const text = arrangementOf2027.replace(
  '1月1日（周五）至3日（周日）放假，共3天。',
  '1月1日（周五）至4日（周一）放假调休，共4天。1月9日（周六）上班。',
);

test('from 1 November on the coordinator is led to next year, pastes its notice, confirms it and moves the deadline', async ({
  browser,
}) => {
  const agencyId = await makeAgency(portal.sql);
  const times = {
    opensAt: new Date('2026-10-01T00:00:00Z'),
    dueOn: '2027-01-06',
    closesAt: new Date('2027-01-06T16:00:00Z'),
  };
  const report = await makeReport({ ...times, agencyId, provisional: true, run: portal.sql });
  await portal.sql(`UPDATE "ReportingPeriod" SET quarter = '2026Q4' WHERE id = $1`, [report.periodId]);
  const page = await openAs(browser, portal, await portal.signIn('coordinator'));
  await page.goto('/review');
  await page.getByRole('link', { name: '录入放假安排' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '2027年工作日历' })).toBeVisible();

  await page.getByLabel('通知全文').fill(text.replace('6月9日（周三）', '6月9日（周四）'));
  await page.getByRole('button', { name: '读取并预览' }).click();
  await expect(page.getByText('“6月9日（周四）”：这一天是周三，写的是周四。')).toBeVisible();
  await expect(page.getByRole('button', { name: '确认2027年的安排' })).toHaveCount(0);

  await page.getByLabel('通知全文').fill(text);
  await page.getByRole('button', { name: '重新读取' }).click();
  const preview = page.getByRole('region', { name: '读出的安排' });
  await expect(preview).toContainText('确认后应当变动的截止时间（1）');
  await expect(preview).toContainText('2027年1月7日（周四）24:00');
  await expectNoBarriers(page);
  await page.getByRole('button', { name: '确认2027年的安排' }).click();
  await expect(page.getByText('2027年的安排已确认。')).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: '确认全年安排' })).toContainText('国办发明电〔2026〕8号');

  await page.getByLabel('调整理由').fill('按国务院办公厅公布的节假日安排确定');
  await page.getByRole('button', { name: '调整所选截止时间并通知单位' }).click();
  await expect(page.getByText('截止时间已调整，并已通知有关单位。')).toBeVisible();
  await page.setViewportSize(phone);
  await page.reload();
  await expect(page.getByRole('heading', { name: '截止时间调整（0）' })).toBeVisible();
  await expectNoBarriers(page);
  await expectToFit(page);

  const desk = await openAs(browser, portal, await portal.signIn('reporter', agencyId));
  await desk.goto('/filing');
  await expect(new AgencyDesk(desk).period('2026年第四季度')).toContainText('2027年1月7日');
});
