import { expect } from '@playwright/test';
import { OwnPortal } from '../support/own-portal';
import { expectToFitPhone } from '../support/pages/filing-barriers';
import { openAs } from '../support/pages/own-portal-page';
import { test } from '../support/pages/test';

let portal: OwnPortal;

test.beforeAll(async () => {
  portal = await OwnPortal.start();
});
test.afterAll(() => portal.stop());

const secret = 'SEC5f1a9c0d7e';

for (const [how, options] of [
  ['with scripts', {}],
  ['without any script', { javaScriptEnabled: false }],
] as const) {
  test(`the secret of a robot is stored and never shown again, ${how}`, async ({ browser }) => {
    const page = await openAs(browser, portal, await portal.signIn('leader'), options);
    await page.goto('/account/channels');
    await page.getByRole('checkbox', { name: '企业微信或钉钉群机器人' }).check();
    await page.getByLabel('群机器人地址').fill('https://example.org/robot');
    await page.getByLabel('钉钉加签密钥').fill(secret);
    await page.getByRole('button', { name: '保存' }).click();
    await expect(page.getByRole('alert').first()).toBeVisible();
    expect(await page.content()).not.toContain(secret);
    await page.getByLabel('群机器人地址').fill('https://oapi.dingtalk.com/robot/send?access_token=1');
    await page.getByLabel('钉钉加签密钥').fill(secret);
    await page.getByRole('button', { name: '保存' }).click();
    await expect(page.getByText('接收方式已保存。')).toBeVisible();
    await expect(page.getByText('已保存密钥，不再显示')).toBeVisible();
    await page.goto('/account/channels');
    expect(await page.content()).not.toContain(secret);
    await expect(page.getByLabel('钉钉加签密钥')).toHaveValue('');
    if (how === 'with scripts') await expectToFitPhone(page);
  });
}
