import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Answer, type MadePage, makePage } from './made-page.ts';
import { isMissing, makeMissingPage, missingAddress } from './missing-page.ts';
import { PageStore } from './page-store.ts';
import { publicAddress } from './public-address.ts';
import { PublicChanges } from './public-changes.ts';
import { PublicListener } from './public-listener.ts';
import { sendPage } from './send-page.ts';

/** Of one change after another while a page is made, so many are waited for. */
const mostAttempts = 3;
const mostBytes = 64 * 1024 * 1024;

type Kept = { page: MadePage; since: number; until: number; bytes: number };
type Making = { page: Promise<MadePage>; since: number };

/** An address that does not exist leaves nothing behind, but for the one page that says so. */
const isWorthKeeping = (address: string, { status }: MadePage) =>
  status === 200 || (status === 404 && address === missingAddress);

/**
 * The public pages and open data, made by the framework and kept in the memory of this process. A kept page is served
 * only while the database is heard, and only if nothing of what it shows has changed since its making began; otherwise
 * it is made anew, and if the database is away, fails.
 */
export class PublicPages {
  private readonly changes = new PublicChanges();
  private readonly store = new PageStore<Kept>(mostBytes);
  private readonly makings = new Map<string, Making>();
  private readonly listener: PublicListener;
  private readonly answer: Answer;

  constructor(answer: Answer, databaseUrl: string | undefined) {
    this.answer = answer;
    this.listener = new PublicListener(databaseUrl, (reportId) => {
      this.changes.record(reportId);
      if (!reportId) this.store.clear();
    });
  }

  stop(): void {
    this.listener.stop();
  }

  /** Answers a request for a public page; gives false for all others. */
  async serve(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    const address = publicAddress(request);
    if (address === null) return false;
    const page = await this.page(address);
    sendPage(isMissing(page.status, page.headers) ? await this.page(missingAddress) : page, request, response);
    return true;
  }

  /** The page that says that there is none. */
  missing(): Promise<MadePage> {
    return this.page(missingAddress);
  }

  private async page(address: string): Promise<MadePage> {
    return this.kept(address) ?? (await this.current(address));
  }

  private kept(address: string): MadePage | null {
    const kept = this.listener.isUpToDate() ? this.store.get(address) : undefined;
    const isCurrent =
      kept !== undefined &&
      performance.now() < kept.until &&
      this.changes.areNoneSince(kept.since, kept.page.facts.reports);
    return isCurrent ? kept.page : null;
  }

  /** Makes a page; one that was overtaken by a change of what it shows is made again. */
  private async current(address: string): Promise<MadePage> {
    for (let attempt = 1; ; attempt += 1) {
      const begun = performance.now();
      const { page: making, since } = this.making(address);
      const page = await making;
      const isCurrent = this.changes.areNoneSince(since, page.facts.reports);
      if (isCurrent && isWorthKeeping(address, page) && this.listener.isUpToDate()) {
        const until = begun + page.facts.seconds * 1_000;
        const bytes = page.body.length + (page.gzipped?.length ?? 0);
        this.store.set(address, { page, since, until, bytes });
      }
      if (isCurrent || attempt === mostAttempts) return page;
    }
  }

  /** Visitors who come while a page is made wait for the same, but for one whose making began before a change. */
  private making(address: string): Making {
    const since = this.changes.count();
    const under = this.makings.get(address);
    if (under?.since === since && this.listener.isUpToDate()) return under;
    const page = address === missingAddress ? makeMissingPage(this.answer) : makePage(this.answer, address);
    const making: Making = { page, since };
    this.makings.set(address, making);
    const forget = () => {
      if (this.makings.get(address) === making) this.makings.delete(address);
    };
    making.page.then(forget, forget);
    return making;
  }
}
