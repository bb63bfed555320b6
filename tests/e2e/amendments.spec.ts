import { expect } from '@playwright/test';
import { setDemonstrationClock } from '../support/clock';
import { OwnPortal } from '../support/own-portal';
import { expectNoBarriers, expectToFitPhone } from '../support/pages/filing-barriers';
import { openAs } from '../support/pages/own-portal-page';
import { TaskDesk } from '../support/pages/task-desk';
import { test } from '../support/pages/test';
import { now } from '../support/report-states';
import { agencyCodeOf, makeAgency, makeReport } from '../support/reports';

let portal: OwnPortal;

test.beforeAll(async () => {
  portal = await OwnPortal.start();
  await setDemonstrationClock(now, portal.sql);
});

test.afterAll(() => portal.stop());

test('a task is corrected, one added, one moved and one ended in mid-quarter, and it is right on every side', async ({
  browser,
}) => {
  const [own, other] = [await makeAgency(portal.sql), await makeAgency(portal.sql)];
  const { id, planCode } = await makeReport({ agencyId: own, tasks: 3, run: portal.sql });
  const coordinator = await portal.signIn('coordinator');
  const page = await openAs(browser, portal, coordinator);
  const tasks = `/plans/${planCode}/tasks`;
  await page.goto(tasks);
  await expectNoBarriers(page);
  await expectToFitPhone(page);
  const desk = new TaskDesk(page, planCode);
  await desk.amend(`${planCode}-1`, { text: '更正后的任务' });
  await desk.amend(`${planCode}-2`, { leads: agencyCodeOf(other) });
  await desk.end(`${planCode}-3`);
  await desk.add({ text: '新增任务', leads: agencyCodeOf(other) });
  await expect(page.getByRole('row')).toHaveCount(5);
  await expectNoBarriers(page);

  const officer = await openAs(browser, portal, await portal.signIn('reporter', own));
  await officer.goto(`/filing/${id}`);
  await expect(officer.getByText('更正后的任务').first()).toBeVisible();
  await expect(officer.getByText('（试验任务）已调整')).toHaveCount(2);
  const newcomer = await openAs(browser, portal, await portal.signIn('reporter', other));
  await newcomer.goto('/filing');
  await expect(newcomer.getByText('新增任务').first()).toBeVisible();

  const reader = await openAs(browser, portal, await portal.signIn('reviewer'));
  await reader.goto(`${tasks}/${planCode}-1`);
  await expect(reader.getByText('更正后的任务').first()).toBeVisible();
  await expect(reader.getByRole('button', { name: '保存调整' })).toHaveCount(0);
  await reader.goto(`/tasks/${planCode}-3`);
  await expect(reader.getByText('本任务自2020年第一季度起终止')).toBeVisible();
  const { tasks: published } = await (await fetch(`${portal.url}/api/v1/plans/${planCode}/tasks`)).json();
  const facts = published.map((task: { text: string; leadAgency: { code: string }; endedFrom: string | null }) => [
    task.text,
    task.leadAgency.code,
    task.endedFrom,
  ]);
  expect(facts).toEqual([
    ['更正后的任务', agencyCodeOf(own), null],
    ['试验任务', agencyCodeOf(other), null],
    ['试验任务', agencyCodeOf(own), '2020Q1'],
    ['新增任务', agencyCodeOf(other), null],
  ]);
});
