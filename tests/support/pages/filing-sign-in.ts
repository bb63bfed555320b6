import { expect, type Locator, type Page } from '@playwright/test';

/** The password of every account of a demonstration. */
const password = 'Demo-2020';

/** The sign-in page, as the agencies' officers use it. */
export class FilingSignIn {
  readonly userName: Locator;
  readonly password: Locator;
  readonly submit: Locator;
  readonly problem: Locator;

  constructor(readonly page: Page) {
    this.userName = page.getByLabel('用户名', { exact: true });
    this.password = page.getByLabel('密码', { exact: true });
    this.submit = page.getByRole('main').getByRole('button', { name: '登录' });
    this.problem = page.getByRole('main').getByRole('alert');
  }

  async open() {
    await this.page.goto('/sign-in');
  }

  /** Signs in and waits for the desk. */
  async signIn(userName: string) {
    await this.open();
    await this.userName.fill(userName);
    await this.password.fill(password);
    await this.submit.click();
    await expect(this.page).toHaveURL(/\/filing$/);
  }
}
