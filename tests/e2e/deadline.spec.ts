import { randomUUID } from 'node:crypto';
import { expect } from '@playwright/test';
import { setDemonstrationClock } from '../support/clock';
import { actionOf, type Fields, formsOf, refusalIn } from '../support/forms';
import { type Officer, OwnPortal } from '../support/own-portal';
import { FilingCheck } from '../support/pages/filing-check';
import { FilingEditor } from '../support/pages/filing-editor';
import { openAs } from '../support/pages/own-portal-page';
import { test } from '../support/pages/test';
import { closesAt, completeEntry, now } from '../support/report-states';
import { type MadeReport, makeAgency, makeReport } from '../support/reports';
import { type Row, sqlState } from '../support/sql';

let portal: OwnPortal;
let reporter: Officer;
let report: MadeReport;

const oneSecondAfter = new Date(closesAt.getTime() + 1_000);
const oneMinuteBefore = new Date(closesAt.getTime() - 60_000);

test.beforeAll(async () => {
  portal = await OwnPortal.start();
});

test.afterAll(() => portal.stop());

test.beforeEach(async () => {
  await setDemonstrationClock(now, portal.sql);
  const agencyId = await makeAgency(portal.sql);
  reporter = await portal.signIn('reporter', agencyId);
  report = await makeReport({ agencyId, run: portal.sql });
});

const stored = () =>
  Promise.all([
    portal.sql<Row & { status: string }>('SELECT * FROM "Report" WHERE id = $1', [report.id]),
    portal.sql<{ content: { progress: string } }>('SELECT * FROM "Entry" WHERE "reportId" = $1 ORDER BY id', [
      report.id,
    ]),
    portal.sql('SELECT * FROM "FiledVersion" WHERE "reportId" = $1', [report.id]),
    portal.sql('SELECT * FROM "Event" WHERE "reportId" = $1', [report.id]),
  ]);

/** Returns the fields that the form of the check page had before the deadline. */
async function formBefore(): Promise<{ path: string; actionId: string; fields: Fields }> {
  const path = `/filing/${report.id}/check`;
  const form = formsOf(await reporter.page(path)).find(({ fields }) => fields.reportId === report.id);
  if (!form) throw new Error('the check page has no form that files');
  return { path, actionId: actionOf(form).id, fields: form.fields };
}

test('one second after the closing instant filing is refused with the closing day, the time and a link to an extension', async ({
  browser,
}) => {
  const page = await openAs(browser, portal, reporter);
  await page.goto(`/filing/${report.id}/check`);
  const { file } = new FilingCheck(page);
  await expect(file).toBeVisible();
  const before = await stored();

  const bar = await page.context().newPage();
  await bar.goto(`/filing/${report.id}`);
  await bar.getByRole('button', { name: '到截止之后' }).click();
  await expect(bar.getByRole('region', { name: '演示环境' }).getByText('2020-04-04 00:00:')).toBeVisible();

  await file.click();
  const main = page.getByRole('main');
  await expect(main).toContainText('2020年4月3日');
  await expect(main).toContainText('2020年4月4日 00:00');
  await expect(main.getByRole('link', { name: '申请延期' }).first()).toHaveAttribute(
    'href',
    `/filing/${report.id}/extension`,
  );
  expect(await stored()).toEqual(before);
});

test('after the deadline the draft is as it was typed and can still be saved', async ({ browser }) => {
  await setDemonstrationClock(oneSecondAfter, portal.sql);
  const page = await openAs(browser, portal, reporter);
  await page.goto(`/filing/${report.id}`);
  const editor = new FilingEditor(page);
  await expect(editor.section(1, '工作进展情况')).toHaveValue(completeEntry.progress);
  await editor.section(1, '工作进展情况').fill('截止后仍在写');
  await editor.save.click();
  await expect(editor.saved).toBeVisible();
  const [, entries] = await stored();
  expect(entries.map(({ content }) => content.progress).toSorted()).toEqual(
    [completeEntry.progress, '截止后仍在写'].toSorted(),
  );
});

test('a forged call and a forged form are refused after the deadline, whatever time they give', async () => {
  const { path, actionId, fields } = await formBefore();
  const before = await stored();
  await setDemonstrationClock(oneSecondAfter, portal.sql);
  const forged = { ...fields, now: now.toISOString(), filedAt: now.toISOString(), status: 'filed' };
  expect(await refusalIn(await reporter.call(path, actionId, forged))).toBe('deadline-passed');
  await reporter.post(path, forged);
  expect(await stored()).toEqual(before);
});

test('a raw INSERT after the deadline is refused by the database itself', async () => {
  await setDemonstrationClock(oneSecondAfter, portal.sql);
  const insert = portal.sql(
    `INSERT INTO "FiledVersion" (id, "reportId", number, snapshot, digest, "receiptNumber", "filedById", timeliness, "filedAt")
     VALUES ($1, $2, 1, '{}', repeat('0', 64), 'forged', $3, 'on_time', $4)`,
    [randomUUID(), report.id, reporter.accountId, now],
  );
  expect(await sqlState(insert)).toBe('TP001');
});

test('one minute before the deadline the form is accepted', async () => {
  const { path, fields } = await formBefore();
  await setDemonstrationClock(oneMinuteBefore, portal.sql);
  await reporter.post(path, fields);
  const [[row], , versions] = await stored();
  expect([row?.status, versions.length]).toEqual(['filed', 1]);
});
