import { type Browser, expect, type Page } from '@playwright/test';
import { setDemonstrationClock } from './clock';
import type { JobProcess } from './job-process';
import { type Officer, OwnPortal } from './own-portal';
import { AgencyDesk } from './pages/agency-desk';
import { FilingCheck } from './pages/filing-check';
import { FilingEditor } from './pages/filing-editor';
import { FilingReceipt } from './pages/filing-receipt';
import { openAs } from './pages/own-portal-page';
import { enter } from './portal-command';

/** The agencies of the sample g4-merged.docx by their short names. */
export const agencies = {
  发改: '市发展改革委',
  通信: '市通信管理局',
  教委: '市教委',
  科技: '市科技局',
  人社: '市人社局',
} as const;
export type Agency = keyof typeof agencies;

/** A portal on which one plan is carried out, with a clock of its own. */
export class PlanYear {
  private readonly officers = new Map<string, Officer>();

  private constructor(
    readonly portal: OwnPortal,
    private readonly jobs: JobProcess,
  ) {}

  /** Starts it with the calendar, one office and two districts, on the day on which the notice came. */
  static async start(): Promise<PlanYear> {
    const portal = await OwnPortal.start();
    enter(portal, 'office:create', '--name', '高新技术处', '--code', 'keji');
    const year = new PlanYear(portal, await portal.startJobs());
    await portal.sql(
      `INSERT INTO "Agency" (id, code, name, position) VALUES (gen_random_uuid(), '91', '东区人民政府', 91),
         (gen_random_uuid(), '92', '西区人民政府', 92)`,
    );
    await year.at('2026-02-10 09:00');
    return year;
  }

  async stop(): Promise<void> {
    await this.jobs.stop();
    await this.portal.stop();
  }

  /** Moves the clock to an instant of Beijing. */
  at(time: string): Promise<void> {
    return setDemonstrationClock(new Date(`${time.replace(' ', 'T')}:00+08:00`), this.portal.sql);
  }

  /** A browser of somebody of the division, who keeps one account. */
  async division(browser: Browser, role: 'coordinator' | 'reviewer' | 'leader'): Promise<Page> {
    const officer = this.officers.get(role) ?? (await this.portal.signIn(role));
    this.officers.set(role, officer);
    return openAs(browser, this.portal, officer);
  }

  /** A browser of the reporter of an agency, who keeps one account. */
  async reporter(browser: Browser, agency: Agency): Promise<Page> {
    const known = this.officers.get(agency);
    const officer = known ?? (await this.portal.signIn('reporter', await this.agencyId(agency)));
    this.officers.set(agency, officer);
    return openAs(browser, this.portal, officer);
  }

  private async agencyId(agency: Agency): Promise<string> {
    const [row] = await this.portal.sql<{ id: string }>('SELECT id FROM "Agency" WHERE name = $1', [agencies[agency]]);
    return row?.id ?? '';
  }

  /** A browser of somebody who has not signed in. */
  async visitor(browser: Browser): Promise<Page> {
    return (await browser.newContext({ baseURL: this.portal.url, locale: 'zh-CN' })).newPage();
  }

  async openData<Content>(address: string): Promise<Content> {
    return (await fetch(`${this.portal.url}/api/v1/plans/2026${address}`)).json() as Promise<Content>;
  }
}

/** Opens the editor of a period at an agency's desk, begun if need be. */
export async function openEditor(page: Page, period: string): Promise<FilingEditor> {
  await page.goto('/filing');
  const card = new AgencyDesk(page).period(period);
  await card
    .getByRole('link', { name: '继续填报' })
    .or(card.getByRole('button', { name: '开始填报' }))
    .click();
  await expect(page).toHaveURL(/\/filing\/[0-9a-f-]{36}$/);
  return new FilingEditor(page);
}

/** Fills in and files a report; the page shows its receipt then. */
export async function file(page: Page, period: string): Promise<FilingReceipt> {
  const editor = await openEditor(page, period);
  const tasks = await editor.countTasks();
  for (let number = 1; number <= tasks; number += 1) await editor.fillIn(number);
  await editor.saveAndCheck.click();
  await new FilingCheck(page).file.click();
  const receipt = new FilingReceipt(page);
  await expect(receipt.receipt).toBeVisible();
  return receipt;
}
