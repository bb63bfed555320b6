/** A plan is prepared as a draft, reported on from its issue on, and closed when nothing more is owed. */
export const planStatuses = ['draft', 'issued', 'closed'] as const;
export type PlanStatus = (typeof planStatuses)[number];
