import { expect } from '@playwright/test';
import { actionOf, formsOf, refusalIn, Visitor } from '../support/forms';
import { type Officer, OwnPortal, officerPassword } from '../support/own-portal';
import { test } from '../support/pages/test';

const settings = { TRUSTED_PROXIES: '1' };
let portals: OwnPortal[];
let officer: Officer;

test.beforeAll(async () => {
  const first = await OwnPortal.start(settings);
  portals = [first, await first.beside(settings)];
  officer = await first.signIn('reviewer');
});

test.afterAll(async () => {
  for (const portal of portals.toReversed()) await portal.stop();
});

const from = (address: string, number: number) => {
  const url = portals[number % portals.length]?.url ?? '';
  return new Visitor(url, url, address);
};

test('while wrong passwords come from sixty addresses as fast as they are answered, the right one from an address and a browser never seen is answered within ten seconds', async () => {
  test.setTimeout(240_000);
  const signInPage = await from('198.51.100.1', 0).page('/sign-in');
  const { id } = actionOf(formsOf(signInPage).find(({ fields }) => 'password' in fields) ?? { fields: {}, text: '' });
  const tries = Array.from({ length: 600 }, (_, index) => index);
  const codes: string[] = [];
  const attacker = async () => {
    for (let number = tries.shift(); number !== undefined; number = tries.shift()) {
      const visitor = from(`203.0.113.${number % 60}`, number);
      const answer = await visitor.call('/sign-in', id, { userName: officer.userName, password: 'falsch' });
      codes.push((await refusalIn(answer)) ?? 'signed in');
    }
  };
  const attack = Promise.all(Array.from({ length: 24 }, attacker));

  const waits: number[] = [];
  while (tries.length > 0) {
    const begun = performance.now();
    await from(`198.51.100.${waits.length + 2}`, waits.length).signIn(officer.userName, officerPassword);
    waits.push(performance.now() - begun);
  }
  await attack;
  expect(waits.length).toBeGreaterThan(3);
  expect(Math.max(...waits)).toBeLessThan(10_000);
  expect(codes.filter((code) => code === 'wrong-password')).toHaveLength(300);
  expect(codes.filter((code) => code === 'sign-in-locked')).toHaveLength(300);
});

test('two hundred people who sign in at the same moment behind one address all get in', async () => {
  test.setTimeout(240_000);
  const signInPage = await from('198.51.100.1', 0).page('/sign-in');
  const form = formsOf(signInPage).find(({ fields }) => 'password' in fields);
  const { hidden } = actionOf(form ?? { fields: {}, text: '' });
  const given = { ...hidden, userName: officer.userName, password: officerPassword };
  const answers = await Promise.all(
    Array.from({ length: 200 }, (_, number) => from('192.0.2.1', number).post('/sign-in', given)),
  );
  expect(answers.map(({ status }) => status)).toEqual(Array(200).fill(303));
});
