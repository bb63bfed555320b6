import { expect } from '@playwright/test';
import { leaveOften } from '../support/leavings';
import { OwnPortal } from '../support/own-portal';
import { test } from '../support/pages/test';

let portal: OwnPortal;

test.beforeAll(async () => {
  portal = await OwnPortal.start();
});

test.afterAll(() => portal.stop());

test('twenty texts that chance types into the forms are there again, however their pages are left', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  expect(await leaveOften(browser, portal, 20)).toEqual([]);
});
