import { expect } from '@playwright/test';
import { leaveOften } from '../support/leavings';
import { OwnPortal } from '../support/own-portal';
import { test } from '../support/pages/test';

let portal: OwnPortal;

test.beforeAll(async () => {
  portal = await OwnPortal.start();
});

test.afterAll(() => portal.stop());

const count = Number(process.env.LEAVINGS) || 100;

test('a hundred texts, or as many as LEAVINGS says, are there again, however their pages are left', async ({
  browser,
}) => {
  test.setTimeout(60_000 + count * 15_000);
  expect(await leaveOften(browser, portal, count)).toEqual([]);
});
