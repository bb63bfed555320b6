import { expect } from '@playwright/test';
import type { Role } from '@/lib/domain/authorization';
import { divisionPages, furnishDivision, reportText } from '../support/division-desk';
import { actionOf, formsOf, type RenderedForm } from '../support/forms';
import { type Officer, OwnPortal } from '../support/own-portal';
import { test } from '../support/pages/test';
import { makeAgency } from '../support/reports';

// The pages are read from the application, so that a page added later fails the first test until it is listed here.

const outsiders: readonly Role[] = [
  'reporter',
  'approver',
  'system_administrator',
  'security_administrator',
  'auditor',
];

let portal: OwnPortal;
let pages: [pattern: string, address: string][];
const visitors = new Map<Role, Officer>();
const as = (role: Role) => visitors.get(role) as Officer;

test.beforeAll(async () => {
  portal = await OwnPortal.start();
  const agencyId = await makeAgency(portal.sql);
  pages = Object.entries(await furnishDivision(portal));
  for (const role of ['coordinator', 'leader', ...outsiders] as const)
    visitors.set(role, await portal.signIn(role, role === 'reporter' || role === 'approver' ? agencyId : null));
});

test.afterAll(() => portal.stop());

/** Lists the forms in the content of a page that change something; a search form has no action. */
function commandsOn(html: string): RenderedForm[] {
  const content = /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '';
  return formsOf(content).filter((form) => actionOf(form).id !== '');
}

test('every page of the desk is listed here and opens for the coordinator', async () => {
  expect(pages.map(([pattern]) => pattern).toSorted()).toEqual(divisionPages);
  for (const [pattern, address] of pages)
    expect([pattern, (await as('coordinator').request(address)).status]).toEqual([pattern, 200]);
  expect(
    await as('coordinator').page(pages.find(([pattern]) => pattern === '/review/[reportId]')?.[1] ?? ''),
  ).toContain(reportText);
});

/** A leader may take a publication off the public pages, which is the only thing that it may do to a report alone. */
const isWithdrawal = ({ text }: RenderedForm) => text.includes('立即撤回公开');

test('the leader reads every page of the desk and gets no form but that which withdraws a publication', async () => {
  for (const [pattern, address] of pages) {
    const answer = await as('leader').request(address);
    const forms = commandsOn(await answer.text());
    expect([pattern, answer.status, forms.filter((form) => !isWithdrawal(form))]).toEqual([pattern, 200, []]);
    expect([pattern, forms.length]).toEqual([pattern, pattern === '/review/[reportId]/publication' ? 1 : 0]);
  }
});

for (const role of outsiders) {
  test(`the ${role} finds no page of the desk and no text of a report`, async () => {
    for (const [pattern, address] of pages) {
      const answer = await as(role).request(address);
      expect([pattern, answer.status]).toEqual([pattern, 404]);
      expect(await answer.text()).not.toContain(reportText);
    }
  });
}
