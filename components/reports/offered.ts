import type { ContributionOutcome } from '@/lib/domain/report/contributions';
import type { Section } from '@/lib/domain/report/entry';

/** An offer of a supporting agency as the screens show it. */
export type Offered = {
  id: string;
  taskId: string;
  taskCode: string;
  section: Section;
  text: string;
  agencyName: string;
  writtenBy: string;
  writtenAt: Date;
  outcome: ContributionOutcome | null;
  decidedBy: string;
  decidedAt: Date | null;
};

/** Id of the form on the page to which the buttons beside each offer belong. */
export const decisionFormId = 'decide-contribution';

export const offerAnchor = (id: string) => `contribution-${id}`;
