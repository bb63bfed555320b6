import 'server-only';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { getCalendar } from '@/lib/calendar/data';
import { agencyRoles, hasRole, scopeOf } from '@/lib/domain/authorization';
import { fieldsOfKind } from '@/lib/domain/report/entry';
import { fieldsSavedAfter } from '@/lib/domain/report/field-save';
import { availableCommands, decide } from '@/lib/domain/report/report-lifecycle';
import { listExtensions } from '@/lib/extensions/data';
import { listLastPeriod, listNearCopies } from '@/lib/reports/last-period/data';
import { statusFactsOf } from '@/lib/reports/status/data';
import { portalNow } from '@/lib/server/clock';
import { peekSession, requireScope } from '@/lib/server/session/session';
import { requestedSessionId } from '@/lib/server/session/session-cookie';
import { getFields, getReport } from './data';

/**
 * Loads one report of the agency with its text, its status, and the reasons, if any, why it cannot be submitted now (to
 * the approver where sign-off is required, otherwise to the division). Another agency's report is not found.
 */
export const loadReport = cache(async (reportId: string) => {
  const { actor, scope } = await requireScope();
  const report = hasRole(actor, agencyRoles) ? await getReport(scope, reportId) : null;
  if (!report) notFound();
  const [now, calendar, extensions, lastPeriod, nearCopies] = await Promise.all([
    portalNow(),
    getCalendar(),
    listExtensions(scope, [reportId]),
    listLastPeriod(scope, reportId),
    listNearCopies(scope, reportId),
  ]);
  const { state, entries, ...facts } = report;
  const { sentBackBefore } = facts;
  const { form } = state;
  const needsSignOff = state.signOffRequired && !hasRole(actor, ['approver']);
  const decision = decide(state, { name: needsSignOff ? 'request-sign-off' : 'file' }, actor, now);
  return {
    ...facts,
    ...statusFactsOf(state, facts.period.rule, { actor, calendar, now }),
    accountId: actor.accountId,
    form,
    /** Texts that each task asks for. */
    sectionCount: fieldsOfKind('section', form).filter(({ required }) => required).length,
    /** Whether a tick can excuse a text. */
    hasTicks: fieldsOfKind('tick', form).length > 0,
    entries: entries.map((entry) => ({
      ...entry,
      lastPeriod: lastPeriod.find(({ taskId }) => taskId === entry.taskId) ?? null,
      nearCopies: nearCopies.filter(({ taskId }) => taskId === entry.taskId),
    })),
    /** The approver's own earlier reason, with the fields that were saved since. */
    sentBackBefore: sentBackBefore && {
      ...sentBackBefore,
      savedSince: fieldsSavedAfter(entries, sentBackBefore.at, form),
    },
    extension: extensions[0] ?? null,
    needsSignOff,
    refusal: decision.ok ? null : decision.refusal,
  };
});

/**
 * Loads the present fields of a report for an open editor; null without a session or access. The request may be caused
 * by a colleague's save, so it does not keep a session alive.
 */
export async function loadFields(reportId: string) {
  const sessionId = await requestedSessionId();
  const session = sessionId ? await peekSession(sessionId) : null;
  const report = session && hasRole(session.actor, agencyRoles) && (await getFields(scopeOf(session.actor), reportId));
  if (!report) return null;
  const { state, entries } = report;
  return { entries, canSave: availableCommands(state, session.actor, await portalNow()).includes('save') };
}
