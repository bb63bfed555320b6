import { expect } from '@playwright/test';
import type { Role } from '@/lib/domain/authorization';
import { actionOf, formsOf, refusalIn } from '../support/forms';
import { type Officer, OwnPortal } from '../support/own-portal';
import { expectNoBarriers } from '../support/pages/filing-barriers';
import { expectToFit, openAs, phone } from '../support/pages/own-portal-page';
import { test } from '../support/pages/test';
import { agencyCodeOf, makeReport } from '../support/reports';

let portal: OwnPortal;
let coordinator: Officer;
let agency: string;
let pages: string[];
const others = new Map<Role, Officer>();

test.beforeAll(async () => {
  portal = await OwnPortal.start();
  const { agencyId, planCode } = await makeReport({ run: portal.sql });
  agency = agencyCodeOf(agencyId);
  const ofAgency = `/register/agencies/${agency}`;
  pages = ['/register', '/register/new', '/register/groups', '/register/file', ofAgency];
  pages.push(`${ofAgency}/end?kind=abolished`, `/plans/${planCode}/agencies`);
  coordinator = await portal.signIn('coordinator');
  for (const role of ['reviewer', 'leader', 'auditor'] as const) others.set(role, await portal.signIn(role));
  others.set('reporter', await portal.signIn('reporter', agencyId));
});

test.afterAll(() => portal.stop());

/** The forms of a page that change something. */
const commandsOn = (html: string) =>
  formsOf(/<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '').filter((form) => actionOf(form).id !== '');

test('the division and the leader read the register, coordinators alone change it, and others do not find it', async () => {
  const forCoordinators = new Set(['/register/new', pages[5]]);
  for (const page of pages) {
    const forms = commandsOn(await coordinator.page(page));
    for (const [role, officer] of others) {
      const isReader = role === 'reviewer' || role === 'leader';
      const answer = await officer.request(page);
      expect([role, page, answer.status]).toEqual([role, page, isReader && !forCoordinators.has(page) ? 200 : 404]);
      if (answer.status === 200) expect([role, page, commandsOn(await answer.text()).length]).toEqual([role, page, 0]);
      for (const form of forms)
        expect(await refusalIn(await officer.call(page, actionOf(form).id, form.fields))).not.toBe(null);
    }
  }
  expect(await portal.sql(`SELECT 1 FROM "Event" WHERE name LIKE 'agenc%' OR name = 'plan-renumbered'`)).toEqual([]);
  expect((await coordinator.request('/register/export')).headers.get('content-type')).toContain('spreadsheetml');
  expect((await others.get('reporter')?.request('/register/export'))?.status).toBe(404);
});

test('an agency is added, renamed and found under its old name, on a narrow screen and without barriers', async ({
  browser,
}) => {
  const page = await openAs(browser, portal, coordinator, { viewport: phone });
  await page.goto('/register/new');
  await page.getByLabel('名称').first().fill('市旅游局');
  await page.getByLabel('统一社会信用代码').fill('91350100M000100Y44');
  await page.getByRole('button', { name: '新增' }).click();
  await expect(page.getByRole('main').getByRole('alert')).toContainText('不是有效的统一社会信用代码');
  await page.getByLabel('统一社会信用代码').fill('91350100M000100Y43');
  await page.getByRole('button', { name: '新增' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('市旅游局');
  await page.getByText('更名', { exact: true }).click();
  await page.getByLabel('新名称').fill('市文化和旅游局');
  await page.getByLabel('依据和理由').fill('机构改革方案');
  await page.getByRole('button', { name: '确认更名' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('市文化和旅游局');
  await expect(page.getByRole('main')).toContainText('起由“市旅游局”更名为“市文化和旅游局”');
  await expectToFit(page);
  await expectNoBarriers(page);
  await page.goto('/register?search=市旅游局');
  await expect(page.getByRole('link', { name: '市文化和旅游局' })).toBeVisible();
  await expectToFit(page);
  await expectNoBarriers(page);
});
