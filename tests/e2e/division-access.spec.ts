import { expect } from '@playwright/test';
import type { Role } from '@/lib/domain/authorization';
import { divisionPages, furnishDivision, reportText } from '../support/division-desk';
import { actionOf, formsOf, type RenderedForm } from '../support/forms';
import { type Officer, OwnPortal } from '../support/own-portal';
import { test } from '../support/pages/test';
import { makeAgency } from '../support/reports';

// The pages are read from the application, so that a page added later fails the first test until it is listed here.

const writers: readonly Role[] = ['reviewer', 'coordinator'];
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
  for (const role of [...writers, 'leader', ...outsiders] as const)
    visitors.set(role, await portal.signIn(role, role === 'reporter' || role === 'approver' ? agencyId : null));
});

test.afterAll(() => portal.stop());

/** Lists the forms in the content of a page that change something; a search form has no action. */
function commandsOn(html: string): RenderedForm[] {
  const content = /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '';
  return formsOf(content).filter((form) => actionOf(form).id !== '');
}

/** Digests all stored rows except the times of the sessions, to show that a refused call changes none. */
async function stored(): Promise<Record<string, string>> {
  const tables = await portal.sql<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'Session'`,
  );
  const found: Record<string, string> = {};
  for (const { name } of tables) {
    const [row] = await portal.sql<{ digest: string }>(
      `SELECT md5(coalesce(string_agg(each::text, '|' ORDER BY each::text), '')) AS digest FROM "${name}" each`,
    );
    found[name] = row?.digest ?? '';
  }
  return found;
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

test('no form of the desk changes anything for accounts that are not of the division', async () => {
  const before = await stored();
  const calls: (() => Promise<Response>)[] = [];
  for (const [pattern, address] of pages) {
    for (const form of commandsOn(await as('coordinator').page(address))) {
      const call = (role: Role) => as(role).call(address, actionOf(form).id, form.fields);
      for (const role of isWithdrawal(form) ? outsiders : (['leader', ...outsiders] as const))
        expect([pattern, role, await (await call(role)).text()]).not.toEqual([
          pattern,
          role,
          expect.stringContaining('"status":"done"'),
        ]);
      calls.push(() => call('coordinator'));
    }
  }
  expect(await stored()).toEqual(before);
  // The same calls by the coordinator change something, so they were refused because of the role.
  for (const call of calls) await call();
  expect(await stored()).not.toEqual(before);
});
