import { civilDateOf } from '@/lib/domain/calendar/civil-date';
import { hasText, type Rule, unless } from './rule';

/** The requirements of the commands by which a report becomes public, and ceases to be. */
export const publicationRequirements = {
  /** Nothing is public by default: sections have to be chosen for publication. */
  'sections-chosen': {
    beforeInput: false,
    check: ({ command }) =>
      unless(command.name === 'propose-publication' && command.sections.length > 0, { code: 'nothing-chosen' }),
  },
  /** A correction says what was wrong. */
  'correction-reason': {
    beforeInput: false,
    check: ({ report, command }) =>
      unless(!report.published || ('reason' in command && hasText(command.reason)), { code: 'reason-required' }),
  },
  'proposal-waiting': {
    beforeInput: true,
    check: ({ report }) => unless(report.proposal !== null, { code: 'no-proposal' }),
  },
  /** A proposal is checked by another account than the one that made it. */
  'proposed-by-another': {
    beforeInput: true,
    check: ({ report, actor }) => unless(report.proposal?.proposedById !== actor.accountId, { code: 'own-proposal' }),
  },
  'own-proposal': {
    beforeInput: true,
    check: ({ report, actor }) =>
      unless(report.proposal?.proposedById === actor.accountId, { code: 'proposal-of-another' }),
  },
  /** 保密审查 (confidentiality check) examines what was accepted: it is no earlier than that, and not in the future. */
  'secrecy-reviewed': {
    beforeInput: false,
    check: ({ report, command, now }) => {
      const [from, to] = [civilDateOf(report.acceptedAt ?? now), civilDateOf(now)];
      const on = command.name === 'publish' ? command.secrecyReviewedOn : null;
      return unless(on !== null && from <= on && on <= to, { code: 'secrecy-review-outside', from, to });
    },
  },
  'withdrawal-unexplained': {
    beforeInput: true,
    check: ({ report }) => unless(report.withdrawalUnexplained, { code: 'withdrawal-explained' }),
  },
  published: {
    beforeInput: true,
    check: ({ report }) => unless(report.published, { code: 'not-published' }),
  },
} as const satisfies Record<string, Rule>;
