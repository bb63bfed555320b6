import { randomUUID } from 'node:crypto';
import { expect } from '@playwright/test';
import type { Role } from '@/lib/domain/authorization';
import { actionOf, formsOf, Visitor } from '../support/forms';
import { type Officer, OwnPortal } from '../support/own-portal';
import { test } from '../support/pages/test';
import {
  everyRoute,
  furnishPages,
  missingTests,
  type PageRow,
  triedElsewhere,
  type VisitorName,
  visitorNames,
} from '../support/permission-pages';
import { makeAgency } from '../support/reports';

let portal: OwnPortal;
let pages: [pattern: string, row: PageRow][];
const visitors = new Map<VisitorName, Visitor>();
const as = (name: VisitorName) => visitors.get(name) as Visitor;

const roleOf: Partial<Record<VisitorName, Role>> = {
  otherReporter: 'reporter',
  otherReviewer: 'reviewer',
  otherCoordinator: 'coordinator',
  otherLeader: 'leader',
  chief: 'coordinator',
};

/** Lets an account hold its roles for one office alone. */
async function holdFor({ accountId }: Officer, officeCode: string): Promise<void> {
  await portal.sql('UPDATE "Account" SET "allOffices" = false WHERE id = $1', [accountId]);
  await portal.sql('INSERT INTO "OfficeMember" ("officeId", "accountId") SELECT id, $2 FROM "Office" WHERE code = $1', [
    officeCode,
    accountId,
  ]);
}

test.beforeAll(async () => {
  portal = await OwnPortal.start();
  const [own, other] = [await makeAgency(portal.sql), await makeAgency(portal.sql)];
  pages = Object.entries(await furnishPages(portal, own));
  await portal.sql(`INSERT INTO "Office" (id, code, name) VALUES ($1, 'other', '另一处')`, [randomUUID()]);
  visitors.set('nobody', new Visitor(portal.url, portal.origin));
  for (const name of visitorNames.filter((each) => each !== 'nobody')) {
    const role = roleOf[name] ?? (name as Role);
    const agencyId = name === 'otherReporter' ? other : role === 'reporter' || role === 'approver' ? own : null;
    const officer = await portal.signIn(role, agencyId);
    visitors.set(name, officer);
    if (/eviewer|oordinator|eader/.test(name)) await holdFor(officer, name.startsWith('other') ? 'other' : 'tests');
  }
});

test.afterAll(() => portal.stop());

test('every page and route of the application is in the table, or in a test that is named there', () => {
  const known = [...pages.map(([pattern]) => pattern), ...Object.keys(triedElsewhere)];
  expect(known.toSorted()).toEqual(everyRoute);
  expect(missingTests()).toEqual([]);
});

for (const name of visitorNames) {
  test(`the pages that open for: ${name}`, async () => {
    const opened: string[] = [];
    for (const [pattern, { address }] of pages) {
      const { status } = await as(name).request(address);
      if (status === 200) opened.push(pattern);
      else expect([303, 307, 401, 404], `${pattern} answers ${status}`).toContain(status);
    }
    const expected = pages.filter(([, { opensFor }]) => opensFor.includes(name)).map(([pattern]) => pattern);
    expect(opened.toSorted()).toEqual(expected.toSorted());
  });
}

/** Digests all stored rows but the times of the sessions. */
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

/** The forms in the content of a page that change something; a search form has no action. */
const commandsOn = (html: string) =>
  formsOf(/<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '').filter((form) => actionOf(form).id !== '');

test('no form that an office’s coordinator is shown changes anything for another office, an agency or an administrator', async () => {
  const outsiders = visitorNames.filter(
    (name) => name.startsWith('other') || /reporter|administrator|auditor/.test(name),
  );
  // What belongs to no office, and so to every coordinator.
  const isShared = ([pattern]: (typeof pages)[number]) =>
    /^\/(calendar|register|account|messages|plans\/imports|plans\/offices)/.test(pattern);
  const before = await stored();
  const tried: string[] = [];
  for (const [pattern, { address, opensFor }] of pages.filter((page) => !isShared(page))) {
    if (!opensFor.includes('coordinator') || opensFor.includes('nobody')) continue;
    for (const form of commandsOn(await as('coordinator').page(address))) {
      tried.push(pattern);
      for (const name of outsiders) await as(name).call(address, actionOf(form).id, form.fields);
    }
  }
  expect(tried.length).toBeGreaterThan(20);
  expect(await stored()).toEqual(before);
});
