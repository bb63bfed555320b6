import type { Role } from '@/lib/domain/authorization';

/**
 * Who is told of what happened to a report, beside the people who see it anyway: the agency of what the division decided
 * and remarked, and of being chased, the coordinators of what waits for them. A trigger of the database keeps the same list.
 */
export const toldEvents = {
  'report-chased': ['reporter', 'approver'],
  'report-accepted': ['reporter', 'approver'],
  'report-returned': ['reporter', 'approver'],
  'report-reopened': ['reporter', 'approver'],
  'extension-decided': ['reporter', 'approver'],
  'extension-granted': ['reporter', 'approver'],
  /** Only one that is meant for the agency. */
  'remark-added': ['reporter', 'approver'],
  'extension-requested': ['coordinator'],
} as const satisfies Record<string, readonly Role[]>;

export type ToldEvent = keyof typeof toldEvents;

export function isToldEvent(name: string): name is ToldEvent {
  return name in toldEvents;
}
