/** The report that a form is about, with its version on the screen. */
export type ReportVersion = {
  id: string;
  version: number;
  /** The list from which it was opened, which the address keeps after the step. */
  list?: string;
};

/** The hidden fields of every form on a report: the report, and its version on the screen. */
export function CommandFields({ report }: { report: ReportVersion }) {
  return (
    <>
      <input type="hidden" name="reportId" value={report.id} />
      <input type="hidden" name="version" value={report.version} />
      {report.list && <input type="hidden" name="list" value={report.list} />}
    </>
  );
}
