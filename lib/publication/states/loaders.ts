import 'server-only';
import type { PeriodCode } from '@/lib/domain/calendar/period';
import { type PublicState, secondsUntilTurn } from '@/lib/domain/review/public-state';
import { portalNow } from '@/lib/server/clock';
import { showsStates } from '@/lib/server/process/answer-facts';
import { countStates, listStatesOfAgency, type ReportPublicState } from './data';

/** Loads the public states of an agency's reports; they turn with the clock, and with what the agency does. */
export async function loadStatesOfAgency(agencyCode: string): Promise<ReportPublicState[]> {
  const now = await portalNow();
  const { states, turn } = await listStatesOfAgency(agencyCode, now);
  const ids = states.map(({ reportId }) => reportId);
  showsStates(ids, secondsUntilTurn(turn, now));
  return states;
}

/** Loads the public states of the reports of some agencies, by the codes of the agencies. */
export async function loadStatesOfAgencies(agencyCodes: readonly string[]) {
  const codes = [...new Set(agencyCodes)];
  const states = await Promise.all(codes.map(loadStatesOfAgency));
  return new Map(codes.map((code, index) => [code, states[index] ?? []]));
}

/** The number of reports of a period in each public state. */
export type StateCounts = Partial<Record<PublicState['kind'], number>>;

/**
 * Loads the numbers of reports in each state, for each period of some plans by their codes; no agency is named. They follow a
 * filing within a minute: on the last day every agency files, and none of them should have the page of all made anew.
 */
export async function loadStateCounts(
  planCodes: readonly string[],
): Promise<Map<string, Map<PeriodCode, StateCounts>>> {
  const now = await portalNow();
  const { states, turn } = await countStates(planCodes, now);
  showsStates([], secondsUntilTurn(turn, now));
  const plans = new Map(planCodes.map((code) => [code, new Map<PeriodCode, StateCounts>()]));
  for (const { planCode, periodCode, state, count } of states) {
    const ofPlan = plans.get(planCode);
    const counts = ofPlan?.get(periodCode) ?? {};
    ofPlan?.set(periodCode, { ...counts, [state.kind]: (counts[state.kind] ?? 0) + count });
  }
  return plans;
}
