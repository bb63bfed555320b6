import { randomInt } from 'node:crypto';
import { type Browser, type BrowserContext, expect, type Locator, type Page } from '@playwright/test';
import { type FormWithText, formsWithText } from './forms-with-text';
import { type LeavingScene, setScene } from './leaving-scene';
import { type OwnPortal, officerPassword } from './own-portal';
import { untilHydrated } from './pages/hydrated';
import { randomFrom } from './random';

/** The ways in which a page with typed text is left. */
const waysToLeave = ['link', 'reload', 'back', 'closed tab', 'dead server', 'expired session'] as const;
type Way = (typeof waysToLeave)[number];

/** A form that is left in some way after a text was typed into it. */
type Leaving = { form: FormWithText; way: Way; text: string };

/** As many leavings as asked for: in each turn every form once, each in a way and with a text that chance gives. */
function leavingsFrom(random: () => number, count: number): Leaving[] {
  const pick = <Value>(from: readonly Value[]): Value => from[Math.floor(random() * from.length)] as Value;
  const inTurn = formsWithText.map((form) => ({ form, order: random() })).sort((a, b) => a.order - b.order);
  return Array.from({ length: count }, (_, index) => {
    const { form } = inTurn[index % inTurn.length] as (typeof inTurn)[number];
    const words = Array.from({ length: 1 + Math.floor(random() * 12) }, () =>
      pick([...'按期推进项目建设，完成调研；数据待核。']),
    ).join('');
    const text = form.isNumber ? String(1 + Math.floor(random() * 29)) : `第${index + 1}次${words}`;
    return { form, way: pick(waysToLeave), text };
  });
}

const described = ({ form, way, text }: Leaving) => `${form.file} (${form.use ?? 'its text'}), ${way}: ${text}`;

/** The persons of a scene at their browsers, who type and leave. */
class Leavers {
  private readonly contexts = new Map<string, Promise<BrowserContext>>();
  /** The number of pages that asked before they were left, because the text was not kept yet. */
  asked = 0;

  constructor(
    private readonly browser: Browser,
    private readonly scene: LeavingScene,
  ) {}

  /** Types a text, leaves, comes back and expects it in its field, offered, or stored. */
  async leave({ form, way, text }: Leaving): Promise<void> {
    const context = await this.contextOf(form);
    const page = await this.open(context);
    if (way === 'back') await page.goto(this.address('/messages'));
    const field = await this.openForm(page, form);
    if (way === 'dead server') await context.setOffline(true);
    if (way === 'expired session') await this.endSession(form);
    await this.type(field, form, text);
    if (way === 'dead server' || way === 'expired session') await this.send(page, field);
    await this.goAway(page, way);
    await context.setOffline(false);
    const again = page.isClosed() ? await this.open(context) : page;
    await this.comeBack(again, form);
    await this.expectText(again, form, text);
    await again.close();
  }

  private address(path: string): string {
    return this.scene.portal.url + path;
  }

  private contextOf(form: FormWithText): Promise<BrowserContext> {
    const person = this.scene.personOf(form);
    const known = this.contexts.get(person.accountId);
    if (known) return known;
    const opened = this.browser
      .newContext({ baseURL: this.scene.portal.url, locale: 'zh-CN' })
      .then(async (context) => {
        const name = 'portal-session';
        await context.addCookies([{ name, value: person.cookie(name), url: this.scene.portal.url }]);
        return context;
      });
    this.contexts.set(person.accountId, opened);
    return opened;
  }

  /** A new tab whose questions are answered with "stay". */
  private async open(context: BrowserContext): Promise<Page> {
    const page = await context.newPage();
    page.on('dialog', (dialog) => {
      this.asked += 1;
      void dialog.dismiss();
    });
    return page;
  }

  /** Opens the form and what hides the field. */
  private async openForm(page: Page, form: FormWithText): Promise<Locator> {
    await page.goto(this.address(form.page(this.scene)));
    const field = page.locator(form.field).first();
    await untilHydrated(field);
    const hidden = page.locator('details:not([open])').filter({ has: field });
    // A text that is put back opens them too, so that none may be left to click.
    await hidden.evaluateAll((folds: HTMLDetailsElement[]) => {
      for (const fold of folds) fold.open = true;
    });
    if (form.choice) await page.locator(form.choice[0]).selectOption(form.choice[1]);
    return field;
  }

  private async type(field: Locator, { isNumber }: FormWithText, text: string): Promise<void> {
    await field.click();
    await field.press('ControlOrMeta+a');
    if (isNumber) await field.pressSequentially(text);
    else {
      await field.pressSequentially(text.slice(0, 2));
      await field.page().keyboard.insertText(text.slice(2));
    }
  }

  /** Sends the form, which is not accepted: nobody answers, or the session has ended. */
  private async send(page: Page, field: Locator): Promise<void> {
    await field.evaluate((node: HTMLTextAreaElement) => node.form?.requestSubmit());
    await expect(
      page.locator('[data-saving].text-danger, [role="alert"]').filter({ hasText: /./ }).first(),
    ).toBeAttached();
  }

  /** Goes away; where the page asks, it is stayed on until it no longer does. */
  private async goAway(page: Page, way: Way): Promise<void> {
    await expect(async () => {
      // Waiting for a question ends with the page.
      const asked = page.waitForEvent('dialog', { timeout: 0 }).then(
        () => true,
        () => false,
      );
      const gone = this.actOf(page, way).then(() => false);
      expect(await Promise.race([asked, gone]), 'the page asks whether to leave').toBe(false);
    }).toPass({ timeout: 20_000 });
  }

  private async actOf(page: Page, way: Way): Promise<unknown> {
    switch (way) {
      case 'link':
        return Promise.all([page.waitForEvent('domcontentloaded'), page.locator('header a').first().click()]);
      case 'reload':
      case 'expired session':
        return page.reload();
      case 'back':
        return page.goBack();
      default:
        return Promise.all([page.waitForEvent('close'), page.close({ runBeforeUnload: true })]);
    }
  }

  private async comeBack(page: Page, form: FormWithText): Promise<void> {
    const target = new URL(this.address(form.page(this.scene)));
    await page.goto(target.href);
    if (!new URL(page.url()).pathname.startsWith('/sign-in')) return;
    await page.locator('input[name="userName"]').fill(this.scene.personOf(form).userName);
    await page.locator('input[name="password"]').fill(officerPassword);
    await page.locator('main form button[type="submit"]').click();
    // The sign-in leads back to the form.
    await page.waitForURL(({ pathname }) => pathname === target.pathname);
  }

  private async expectText(page: Page, { field, isNumber }: FormWithText, text: string): Promise<void> {
    const inField = () => page.locator(field).first().inputValue();
    // A number stands in many places of a page.
    const onPage = async () => (isNumber ? '' : await page.locator('main').textContent());
    const isThere = async () => (await inField()) === text || (await onPage())?.includes(text);
    await expect.poll(isThere).toBe(true);
  }

  private async endSession(form: FormWithText): Promise<void> {
    const { accountId } = this.scene.personOf(form);
    await this.scene.portal.sql('UPDATE "Session" SET "endedAt" = now() WHERE "accountId" = $1', [accountId]);
  }
}

/**
 * Leaves pages as often as asked for, in a portal of its own; gives what was lost. The seed is printed, and LEAVINGS_SEED
 * gives the same leavings again.
 */
export async function leaveOften(browser: Browser, portal: OwnPortal, count: number): Promise<string[]> {
  const seed = Number(process.env.LEAVINGS_SEED) || randomInt(2 ** 31);
  const leavers = new Leavers(browser, await setScene(portal));
  const lost: string[] = [];
  for (const leaving of leavingsFrom(randomFrom(seed), count))
    await leavers.leave(leaving).catch((error) => lost.push(`${described(leaving)}\n${error}`));
  console.log(`${count} leavings with LEAVINGS_SEED=${seed}: ${lost.length} lost, asked ${leavers.asked} times`);
  return lost;
}
