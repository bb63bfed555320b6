import type { Section } from '@/lib/domain/report/completeness';
import type { ContributionOutcome } from '@/lib/domain/report/contributions';

/** What a screen says of one offer of a supporting agency. */
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

/** The form of the page to which the buttons beside each offer belong, wherever they stand. */
export const decisionFormId = 'decide-contribution';

export const offerAnchor = (id: string) => `contribution-${id}`;
