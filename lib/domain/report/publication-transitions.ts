import { publicationCheckers, publicationWithdrawers } from '@/lib/domain/authorization';
import type { ReportStatus } from './report';

/**
 * A published text stays public while its report goes through other hands, so that it can be withdrawn in every status; the
 * reason may follow.
 */
export function publishedIn<S extends ReportStatus>(status: S) {
  const by = publicationWithdrawers;
  return {
    'withdraw-publication': { to: status, by, requires: ['published'] },
    'explain-publication-withdrawal': { to: status, by, requires: ['withdrawal-unexplained', 'reason'] },
  } as const;
}

/** Two accounts publish: a coordinator proposes, somebody else checks and confirms or declines. */
export function proposalIn<S extends ReportStatus>(status: S) {
  const by = publicationCheckers;
  const checks = ['proposal-waiting', 'proposed-by-another'] as const;
  return {
    'propose-publication': {
      to: status,
      by: ['coordinator'],
      requires: ['tasks-of-report', 'sections-of-form', 'sections-chosen', 'correction-reason'],
    },
    publish: { to: status, by, requires: [...checks, 'secrecy-reviewed'] },
    'decline-publication': { to: status, by, requires: [...checks, 'reason'] },
    'take-back-publication': { to: status, by: ['coordinator'], requires: ['proposal-waiting', 'own-proposal'] },
  } as const;
}
