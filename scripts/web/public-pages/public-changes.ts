/** So many reports are told apart; a change of one more counts as a change of everything. */
const mostReports = 10_000;

/** Counts the changes of what the public sees, so that content can be told older than one of them. */
export class PublicChanges {
  private latest = 0;
  private ofEverything = 0;
  private readonly ofReport = new Map<string, number>();

  /** Records a change of the public state of one report, or, without one, of everything public. */
  record(reportId = ''): void {
    this.latest += 1;
    if (reportId !== '' && this.ofReport.size < mostReports) {
      this.ofReport.set(reportId, this.latest);
      return;
    }
    this.ofEverything = this.latest;
    this.ofReport.clear();
  }

  /** The number of the last change. */
  count(): number {
    return this.latest;
  }

  /** Says whether nothing has changed since a change for content that shows the states of these reports. */
  areNoneSince(count: number, reports: ReadonlySet<string>): boolean {
    if (this.ofEverything > count) return false;
    for (const report of reports) if ((this.ofReport.get(report) ?? 0) > count) return false;
    return true;
  }
}
