import type { Role } from '@/lib/domain/authorization';

/**
 * The roles that are notified of an event of a report: the agency of the division's decisions and remarks and of being
 * chased, the coordinators of requests that wait for them. A database trigger keeps the same list.
 */
export const notifiedEvents = {
  'report-chased': ['reporter', 'approver'],
  'report-accepted': ['reporter', 'approver'],
  'report-returned': ['reporter', 'approver'],
  'report-reopened': ['reporter', 'approver'],
  'extension-decided': ['reporter', 'approver'],
  'extension-granted': ['reporter', 'approver'],
  /** Only a remark whose audience is the agency. */
  'remark-added': ['reporter', 'approver'],
  'extension-requested': ['coordinator'],
} as const satisfies Record<string, readonly Role[]>;

export type NotifiedEvent = keyof typeof notifiedEvents;

/** Says whether an event of this name notifies anybody. */
export function isNotifiedEvent(name: string): name is NotifiedEvent {
  return name in notifiedEvents;
}
