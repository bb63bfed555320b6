import type { ReportStatus } from '@/lib/domain/report/report';
import { commandInputs, commandPages, type FormCommand } from './command-forms';
import { makeContribution, makeSupport } from './contributions';
import {
  expectedAfter,
  expectedBefore,
  expectedCells,
  expectedEvents,
  refusalOfCell,
  type Who,
} from './expected-lifecycle';
import { actionOf, type Fields, formsOf, refusalIn } from './forms';
import { type Officer, OwnPortal } from './own-portal';
import { makeRemark } from './remarks';
import { type MadeReport, makeAgency, makeReport, type WantedReport } from './reports';

type Action = { id: string; hidden: Fields };
type Walk = Record<string, string>;

const nameOf = ({ role, ofOwnAgency, supports }: Who) =>
  `${role}${ofOwnAgency ? '' : supports ? ' of a supporting agency' : ' of another agency'}`;

/** A portal with a person of each role signed in, and the action of each command as a page gives it. */
export class Matrix {
  private constructor(
    private readonly portal: OwnPortal,
    private readonly agencyId: string,
    private readonly supporter: Officer & { agencyId: string },
    private readonly visitors: ReadonlyMap<string, Officer>,
    private readonly actions: Map<FormCommand, Action>,
  ) {}

  static async open(who: readonly Who[], commands: readonly FormCommand[]): Promise<Matrix> {
    const portal = await OwnPortal.start();
    const [own, other, supporting] = await Promise.all([1, 2, 3].map(() => makeAgency(portal.sql)));
    if (!own || !other || !supporting) throw new Error('an agency is missing');
    const visitors = new Map<string, Officer>();
    for (const each of who) {
      const isOfAgency = each.role === 'reporter' || each.role === 'approver';
      const agencyId = each.ofOwnAgency ? own : each.supports ? supporting : other;
      visitors.set(nameOf(each), await portal.signIn(each.role, isOfAgency ? agencyId : null));
    }
    const supporter = Object.assign(await portal.signIn('reporter', supporting), { agencyId: supporting });
    const matrix = new Matrix(portal, own, supporter, visitors, new Map());
    for (const command of commands) matrix.actions.set(command, await matrix.find(command));
    return matrix;
  }

  close(): Promise<void> {
    return this.portal.stop();
  }

  private visitor(who: Who): Officer {
    const visitor = this.visitors.get(nameOf(who));
    if (!visitor) throw new Error(`nobody is ${nameOf(who)}`);
    return visitor;
  }

  /** Whose proposal to publish waits: whoever takes one back has made it, and whoever decides on one has not. */
  private proposerFor(command: FormCommand): string | undefined {
    if (command === 'take-back-publication') return this.visitor({ role: 'coordinator', ofOwnAgency: true }).accountId;
    return command === 'publish' || command === 'decline-publication' ? 'another' : undefined;
  }

  /** The facts of a report, besides its status, that its cell needs to be open. */
  private factsFor(status: ReportStatus, command: FormCommand): WantedReport {
    return {
      status,
      tasks: 1,
      signOffRequired: command === 'request-sign-off',
      extensionPending: command === 'decide-extension' || command === 'take-back-extension',
      lateFilingOpen: command === 'close-late-filing',
      published: command === 'withdraw-publication',
      withdrawn: command === 'explain-publication-withdrawal',
      proposedBy: this.proposerFor(command),
    };
  }

  private async report(wanted: WantedReport): Promise<MadeReport> {
    await this.portal.sql('UPDATE "Agency" SET "signOffRequired" = $2 WHERE id = $1', [
      this.agencyId,
      wanted.signOffRequired ?? false,
    ]);
    const run = this.portal.sql;
    const report = await makeReport({ ...wanted, agencyId: this.agencyId, run });
    const { agencyId, accountId: writtenById } = this.supporter;
    const [taskId = ''] = report.taskIds;
    await makeSupport(taskId, agencyId, run);
    const contributionId = await makeContribution({ reportId: report.id, taskId, agencyId, writtenById }, run);
    const remarkId = await makeRemark(report.id, run);
    return { ...report, contributionId, remarkId };
  }

  /** Takes a command's action out of the form on a page that is rendered for somebody who may give it. */
  private async find(command: FormCommand): Promise<Action> {
    const { status, role, supports, path, isForm } = commandPages[command];
    const report = await this.report(this.factsFor(status, command));
    const html = await this.visitor({ role, ofOwnAgency: !supports, supports }).page(path(report));
    const form = formsOf(html).find((each) => Object.values(each.fields).includes(report.id) && isForm(each));
    if (!form) throw new Error(`no form for ${command} on ${path(report)}`);
    return actionOf(form);
  }

  /** The outcome of a command: the events since the report was made, its versions and its status. */
  private async outcome(reportId: string): Promise<string> {
    const [row] = await this.portal.sql<{ status: string; version: number; contentVersion: number }>(
      'SELECT status, version, "contentVersion" FROM "Report" WHERE id = $1',
      [reportId],
    );
    const events = await this.portal.sql<{ name: string }>('SELECT name FROM "Event" WHERE "reportId" = $1', [
      reportId,
    ]);
    return [
      ...events.map(({ name }) => name),
      `version ${row?.version}, text ${row?.contentVersion}`,
      row?.status,
    ].join(' → ');
  }

  /** Gives a command with the fields of its form and forged ones, and returns 'done' or the refusal if it is called. */
  private async give(who: Who, command: FormCommand, report: MadeReport, way: 'called' | 'posted'): Promise<string> {
    const action = this.actions.get(command);
    if (!action) throw new Error(`no action for ${command}`);
    const path = commandPages[command].path(report);
    const forged = { status: 'accepted', agencyId: report.agencyId, now: '2020-01-01T00:00:00Z', role: 'coordinator' };
    const named = { reportId: report.id, version: String(report.version), contentVersion: '0' };
    const fields = { ...forged, ...named, ...commandInputs[command](report) };
    if (way === 'called') return (await refusalIn(await this.visitor(who).call(path, action.id, fields))) ?? 'done';
    await (await this.visitor(who).post(path, { ...action.hidden, ...fields })).arrayBuffer();
    return 'posted';
  }

  /** Calls the action as each person, with an own report for everyone who is allowed to, and returns the outcomes. */
  async call(status: ReportStatus, command: FormCommand, everybody: readonly Who[]): Promise<Walk> {
    const facts = this.factsFor(status, command);
    const untouched = await this.report(facts);
    const refused = everybody.filter((who) => refusalOfCell(status, command, who) !== null);
    const found: Walk = {};
    // One after the other: so many at once on one report are told to come back later where the machine is slow.
    for (const who of refused) found[nameOf(who)] = await this.give(who, command, untouched, 'called');
    found['the report of those who are refused'] = await this.outcome(untouched.id);
    for (const who of everybody.filter((each) => !refused.includes(each))) {
      const report = await this.report(facts);
      found[nameOf(who)] = `${await this.give(who, command, report, 'called')}, ${await this.outcome(report.id)}`;
    }
    return found;
  }

  /** The same outcomes according to the design, which is written by hand. */
  expected(status: ReportStatus, command: FormCommand, everybody: readonly Who[]): Walk {
    const wanted: Walk = { 'the report of those who are refused': `${expectedBefore} → ${status}` };
    const to = expectedCells[status][command]?.to;
    for (const who of everybody) {
      const refusal = refusalOfCell(status, command, who);
      wanted[nameOf(who)] = refusal ?? `done, ${expectedEvents[command]} → ${expectedAfter(command)} → ${to}`;
    }
    return wanted;
  }

  /** Posts the form without any script as one person on an own report, and returns the outcome. */
  async post(status: ReportStatus, command: FormCommand, who: Who): Promise<string> {
    const report = await this.report(this.factsFor(status, command));
    await this.give(who, command, report, 'posted');
    return this.outcome(report.id);
  }

  /** The answers for the pages of a report, to compare another agency's report with one that does not exist. */
  async answersTo(who: Who, reportId: string): Promise<{ path: string; status: number; body: string }[]> {
    const paths = ['', '/check', '/extension', '/versions/1'].map((page) => `/filing/${reportId}${page}`);
    return Promise.all(
      paths.map(async (path) => {
        const response = await this.visitor(who).request(path);
        return { path, status: response.status, body: (await response.text()).replaceAll(reportId, '') };
      }),
    );
  }

  filedReport(): Promise<MadeReport> {
    return this.report({ status: 'filed' });
  }
}
