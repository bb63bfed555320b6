import { covers, type ReportOwner, type ReportScope } from '../authorization';
import { isWithDivision, type ReportStatus } from './report';

/**
 * Says whether what an agency wrote into a report may be read beside its filed versions: by the agency always, by the
 * division while the report lies with it. What an agency is still writing, or writing again, is its own.
 */
export function mayReadEntries(scope: ReportScope | null, report: ReportOwner & { status: ReportStatus }): boolean {
  if (!covers(scope, report)) return false;
  return scope?.kind === 'agency' || isWithDivision(report.status);
}
