import 'server-only';
import { notFound, redirect } from 'next/navigation';
import { getCalendar } from '@/lib/calendar/data';
import { agencyRoles, hasRole } from '@/lib/domain/authorization';
import { availableCommands, decide } from '@/lib/domain/report-lifecycle';
import { listExtensions } from '@/lib/extensions/data';
import { routes } from '@/lib/routes';
import { portalNow } from '@/lib/server/clock';
import { requireScope } from '@/lib/server/session';
import { getFiledVersion, getReport } from './data';
import { standingOf } from './standing';

/** The desk of the agencies: whoever files for none is led to the own desk. */
export async function requireAgency() {
  const session = await requireScope();
  if (!hasRole(session.actor, agencyRoles)) redirect(routes.desk());
  return session;
}

/**
 * One report of the agency with its text, how it stands, and why it cannot go out now (to the approver where sign-off
 * is used, else to the division), if so. Another agency's report is not found.
 */
export async function loadReport(reportId: string) {
  const { actor, scope } = await requireScope();
  const report = hasRole(actor, agencyRoles) ? await getReport(scope, reportId) : null;
  if (!report) notFound();
  const [now, calendar, extensions] = await Promise.all([
    portalNow(),
    getCalendar(),
    listExtensions(scope, [reportId]),
  ]);
  const { state, ...facts } = report;
  const needsSignOff = state.signOffRequired && !hasRole(actor, ['approver']);
  const decision = decide(state, { name: needsSignOff ? 'request-sign-off' : 'file' }, actor, now);
  return {
    ...facts,
    ...standingOf(state, actor, calendar, now),
    extension: extensions[0] ?? null,
    needsSignOff,
    refusal: decision.ok ? null : decision.refusal,
  };
}

/** A filed version with its receipt, for the agency and for whoever reads the reports; all others find nothing. */
export async function loadReceipt(reportId: string, number: string) {
  const { actor, scope } = await requireScope();
  const filed = /^[1-9]\d{0,4}$/.test(number) ? await getFiledVersion(scope, reportId, Number(number)) : null;
  if (!filed) notFound();
  const { state, ...report } = filed.report;
  const commands = availableCommands(state, actor, await portalNow());
  return { ...filed, report: { ...report, status: state.status }, canWithdraw: commands.includes('withdraw') };
}
