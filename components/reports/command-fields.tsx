/** Which report a form is about, and which version of it is on the screen. */
export type ReportVersion = {
  id: string;
  version: number;
  /** The list from which it is read, which the address keeps after the step too. */
  list?: string;
};

/** What every form on a report says without showing it: which report, and which version of it was on the screen. */
export function CommandFields({ report }: { report: ReportVersion }) {
  return (
    <>
      <input type="hidden" name="reportId" value={report.id} />
      <input type="hidden" name="version" value={report.version} />
      {report.list && <input type="hidden" name="list" value={report.list} />}
    </>
  );
}
