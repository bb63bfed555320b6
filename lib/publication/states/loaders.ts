import 'server-only';
import { cacheLife, cacheTag } from 'next/cache';
import type { PeriodCode } from '@/lib/domain/calendar/period';
import type { PublicState } from '@/lib/domain/review/public-state';
import { portalNow } from '@/lib/server/clock';
import { publicLifeUntil, publicStateTags, publicTag } from '../cache-tags';
import { listStatesOfAgency, listStatesOfPlan, type ReportPublicState } from './data';

/** Loads the public states of an agency's reports; they turn with the clock, and with what the agency does. */
export async function loadStatesOfAgency(agencyCode: string): Promise<ReportPublicState[]> {
  'use cache';
  const now = await portalNow();
  const { states, turn } = await listStatesOfAgency(agencyCode, now);
  cacheTag(publicTag, ...publicStateTags(states.map(({ reportId }) => reportId)));
  cacheLife(publicLifeUntil(turn, now));
  return states;
}

/** The number of reports of a period in each public state. */
export type StateCounts = Partial<Record<PublicState['kind'], number>>;

/** Loads the numbers of reports in each state, for each period of a plan; no agency is named. */
export async function loadStateCounts(planCode: string): Promise<[PeriodCode, StateCounts][]> {
  'use cache';
  const now = await portalNow();
  const { states, turn } = await listStatesOfPlan(planCode, now);
  cacheTag(publicTag);
  cacheLife(publicLifeUntil(turn, now));
  const counts = new Map<PeriodCode, StateCounts>();
  for (const { periodCode, state } of states) {
    const ofPeriod = counts.get(periodCode) ?? {};
    ofPeriod[state.kind] = (ofPeriod[state.kind] ?? 0) + 1;
    counts.set(periodCode, ofPeriod);
  }
  return [...counts];
}
