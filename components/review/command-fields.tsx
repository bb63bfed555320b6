import type { ReportVersion } from './report-facts';

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
