import { expect, type Page } from '@playwright/test';
import { expectNoBarriers } from '../support/pages/filing-barriers';
import { ReviewDesk } from '../support/pages/review-desk';
import { ReviewReport } from '../support/pages/review-report';
import { anotherPerson, signInAs } from '../support/pages/review-sign-in';
import { test } from '../support/pages/test';

const agency = '市教委';

type CopiedForm = { actionId: string; reportId: string; version: string };

/** The fields that a forger can copy from a form as the server wrote it: the id of its action and the hidden fields. */
async function copiedForm(page: Page, button: string): Promise<CopiedForm> {
  const html = await (await page.request.get(page.url())).text();
  return page.evaluate(
    ([source, label]) => {
      const forms = [...new DOMParser().parseFromString(source, 'text/html').querySelectorAll('main form')];
      const fields = new FormData(forms.find((form) => form.textContent?.includes(label)) as HTMLFormElement);
      const [, reference] = [...fields].find(([name]) => /^\$ACTION_\d+:0$/.test(name)) ?? [];
      const { id } = JSON.parse(String(reference)) as { id: string };
      return { actionId: id, reportId: String(fields.get('reportId')), version: String(fields.get('version')) };
    },
    [html, button] as const,
  );
}

/** Calls the action of a form as the script of the framework does, and returns the state that the form would show. */
async function callAction(page: Page, address: string, { actionId, reportId, version }: CopiedForm): Promise<string> {
  const body = new FormData();
  body.append('_1_reportId', reportId);
  body.append('_1_version', version);
  body.append('0', '[{"status":"idle"},"$K1"]');
  const answer = await page.request.post(address, {
    headers: { 'Next-Action': actionId, Accept: 'text/x-component', Origin: new URL(address).origin },
    multipart: body,
  });
  return answer.text();
}

test('the leader reads everything and changes nothing, and forged calls of others are refused', async ({
  page,
  browser,
}) => {
  const reviewer = await anotherPerson(browser, 'reviewer');
  await new ReviewDesk(reviewer).openReport(agency);
  const form = await copiedForm(reviewer, '审核通过');
  expect(form.reportId).toMatch(/^[0-9a-f-]{36}$/);

  await signInAs(page, 'leader');
  await new ReviewDesk(page).openReport(agency);
  await expect(page.getByText('一季度制定了工作方案').first()).toBeVisible();
  await expect(new ReviewReport(page).steps).toHaveCount(0);
  await expectNoBarriers(page);
  const address = page.url();
  for (const other of [`${address}/publication`, '/review/extensions']) {
    await page.goto(other);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByRole('main').getByRole('button')).toHaveCount(0);
  }

  expect(await callAction(page, address, form)).toContain('"refusal":{"code":"forbidden"}');
  // The reviewer's call is refused for another reason, so the leader's was refused because of the role.
  expect(await callAction(reviewer, address, { ...form, version: '9999' })).toContain('"refusal":{"code":"stale"}');
  const stranger = await anotherPerson(browser, 'agency02');
  expect(await callAction(stranger, address, form)).toContain('"refusal":{"code":"forbidden"}');
  const administrator = await anotherPerson(browser, 'sysadmin');
  expect(await callAction(administrator, address, form)).toContain('"refusal":{"code":"not-found"}');
});

for (const userName of ['sysadmin', 'secadmin', 'auditor', 'agency02']) {
  test(`${userName} finds no content of a report`, async ({ page, browser }) => {
    const reviewer = await anotherPerson(browser, 'reviewer');
    await new ReviewDesk(reviewer).openReport(agency);
    const address = new URL(reviewer.url()).pathname;
    await signInAs(page, userName);
    for (const path of ['/review', '/review/extensions', address, `${address}/publication`]) {
      const answer = await page.request.get(path);
      expect(answer.status()).toBe(404);
      expect(await answer.text()).not.toContain('一季度制定了工作方案');
    }
  });
}

for (const { userName, own, others } of [
  { userName: 'sysadmin', own: '账号', others: ['登录与账号日志', '安全规则'] },
  { userName: 'secadmin', own: '安全规则', others: ['账号', '登录与账号日志'] },
  { userName: 'auditor', own: '登录与账号日志', others: ['账号', '安全规则'] },
]) {
  test(`${userName} sees the own part of the administration and no other`, async ({ page }) => {
    // The table of the auditor has up to 200 rows, and each is checked for barriers.
    test.slow();
    await signInAs(page, userName);
    await expect(page.getByRole('heading', { name: own, exact: true })).toBeVisible();
    for (const name of others) await expect(page.getByRole('heading', { name, exact: true })).toHaveCount(0);
    await expectNoBarriers(page);
  });
}
