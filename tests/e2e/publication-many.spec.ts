import { expect, type Page } from '@playwright/test';
import { actionOf, formsOf, refusalIn } from '../support/forms';
import { type Officer, OwnPortal } from '../support/own-portal';
import { expectNoBarriers } from '../support/pages/filing-barriers';
import { expectToFit, openAs, phone } from '../support/pages/own-portal-page';
import { ReviewPublication } from '../support/pages/review-publication';
import { test } from '../support/pages/test';
import { completeEntry } from '../support/report-states';
import { type MadeReport, makeReport } from '../support/reports';

let portal: OwnPortal;
let coordinator: Officer;
let leader: Officer;

test.beforeAll(async () => {
  portal = await OwnPortal.start();
  [coordinator, leader] = [await portal.signIn('coordinator'), await portal.signIn('leader')];
});

test.afterAll(() => portal.stop());

const address = '/review/publication';

async function accepted(progress: string): Promise<MadeReport> {
  return makeReport({ status: 'accepted', tasks: 1, entry: { ...completeEntry, progress }, run: portal.sql });
}

/** The published texts of some reports, in their order. */
async function publishedTexts(reports: readonly MadeReport[]): Promise<(string | undefined)[]> {
  const rows = await portal.sql<{ id: string; text: string }>(
    `SELECT r.id, p.content->'entries'->0->>'progress' AS text FROM "Report" r
       JOIN "Publication" p ON p.id = r."publicationId" WHERE r.id = ANY($1)`,
    [reports.map(({ id }) => id)],
  );
  return reports.map(({ id }) => rows.find((row) => row.id === id)?.text);
}

async function tickAll(page: Page): Promise<void> {
  await page.goto(address);
  await page.getByRole('checkbox', { name: '全选本页' }).check();
}

test('one proposal and one check publish many reports, with numbers of persons masked unless a reason was given', async ({
  browser,
}) => {
  const reports = [await accepted('联系13800138000'), await accepted('热线13912345678'), await accepted('完成三项')];
  const proposer = await openAs(browser, portal, coordinator);
  await tickAll(proposer);
  await expectNoBarriers(proposer);
  await proposer.getByLabel('手机号码13912345678，公开时显示为139****5678').fill('对外公布的热线');
  await new ReviewPublication(proposer).propose.click();
  await expect(proposer.getByText('没有可以提请公开的报告')).toBeVisible();

  const checker = await openAs(browser, portal, leader, { viewport: phone });
  await tickAll(checker);
  await expect(checker.getByText('手机号码13800138000：公开时显示为138****8000')).toBeVisible();
  await expect(checker.getByText('手机号码13912345678：完整公开，理由：对外公布的热线')).toBeVisible();
  await expectNoBarriers(checker);
  await expectToFit(checker);
  const publication = new ReviewPublication(checker);
  await publication.isChecked.check();
  await publication.confirm.click();
  await expect(publication.done('已确认公开')).toBeVisible();
  expect(await publishedTexts(reports)).toEqual(['联系138****8000', '热线13912345678', '完成三项']);
});

test('without scripts a coordinator proposes one report of several, and a declined one comes back with the reason', async ({
  browser,
}) => {
  const [report, other] = [await accepted('甲'), await accepted('乙')];
  const proposer = await openAs(browser, portal, coordinator, { javaScriptEnabled: false });
  await proposer.goto(address);
  const item = (id: string) => proposer.getByRole('listitem').filter({ has: proposer.locator(`input[value="${id}"]`) });
  await item(report.id).getByRole('checkbox').first().check();
  await new ReviewPublication(proposer).propose.click();
  await expect(new ReviewPublication(proposer).done('已提请公开')).toBeVisible();
  await expect(proposer.getByRole('button', { name: '收回提请' })).toBeVisible();

  const checker = await openAs(browser, portal, leader);
  await checker.goto(`/review/${report.id}/publication`);
  await new ReviewPublication(checker).decline('请去掉单位名称');
  await expect(new ReviewPublication(checker).done('已退回公开提请')).toBeVisible();
  await proposer.reload();
  await expect(proposer.getByText('理由：请去掉单位名称').first()).toBeVisible();
  expect(await publishedTexts([report, other])).toEqual([undefined, undefined]);
});

test('forged calls neither confirm the own proposal nor date the check before the acceptance nor name another section', async () => {
  const report = await makeReport({ status: 'accepted', proposedBy: coordinator.accountId, run: portal.sql });
  const fresh = await accepted('丙');
  const page = (id: string) => `/review/${id}/publication`;
  const formOn = async (officer: Officer, id: string, field: string) => {
    const form = formsOf(await officer.page(page(id))).find(({ fields }) => field in fields);
    if (!form) throw new Error(`no form with ${field}`);
    return actionOf(form).id;
  };
  const ticked = ({ id, version }: MadeReport) => ({
    'reports[0].reportId': id,
    'reports[0].version': String(version),
    'reports[0].ticked': 'on',
  });
  const decide = await formOn(leader, report.id, 'secrecyReviewedOn');
  const check = { ...ticked(report), intent: 'confirm', isChecked: 'on', secrecyReviewedOn: '2020-04-02' };
  const call = async (officer: Officer, action: string, fields: Record<string, string>) =>
    refusalIn(await officer.call(page(report.id), action, fields));
  expect(await call(coordinator, decide, check)).toBe('own-proposal');
  expect(await call(leader, decide, { ...check, secrecyReviewedOn: '2020-04-01' })).toBe('secrecy-review-outside');
  const propose = await formOn(coordinator, fresh.id, 'reports[0].tasks[0].taskId');
  const unknown = { 'reports[0].tasks[0].taskId': fresh.taskIds[0] ?? '', 'reports[0].tasks[0].chosen.light': 'on' };
  expect(await call(coordinator, propose, { ...ticked(fresh), ...unknown })).toBe('nothing-chosen');
  expect(await publishedTexts([report, fresh])).toEqual([undefined, undefined]);
});
