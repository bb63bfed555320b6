import { expect } from '@playwright/test';
import { OwnPortal } from '../support/own-portal';
import { test } from '../support/pages/test';

let portal: OwnPortal;

test.beforeAll(async () => {
  portal = await OwnPortal.start({ PORTAL_LANGUAGE: 'en', CATALOGUE_FOLDER: 'tests/support/catalogues' });
});

test.afterAll(() => portal.stop());

test('a catalogue laid beside the portal is spoken by server and browser, and borrows what it lacks', async ({
  page,
}) => {
  const problems: string[] = [];
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
  await page.goto(`${portal.url}/sign-in`, { waitUntil: 'networkidle' });
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page).toHaveTitle('Sign in - Quarterly Task Reports');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sign in');
  await expect(page.getByRole('link', { name: '首页', exact: true })).toBeVisible();
  expect(problems).toEqual([]);
  await page.getByLabel('User name').fill('nobody');
  await page.getByLabel('Password').fill('nothing');
  await page.getByRole('button', { name: 'Sign in now' }).click();
  await expect(page.getByText('User name or password is wrong.')).toBeVisible();
});
