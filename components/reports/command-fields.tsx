import type { ReportVersion } from '@/components/review/listed-report';

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
