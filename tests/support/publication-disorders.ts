import { civilDate } from '@/lib/domain/calendar/civil-date';
import { type Disorder, refusing } from './disorder';

/** The disorders of the commands by which two accounts publish. */
export const publicationDisorders: Disorder[] = [
  {
    facts: 'no section chosen',
    input: (command) => (command.name === 'propose-publication' ? { ...command, sections: [] } : command),
    refuses: { 'propose-publication': 'nothing-chosen' },
  },
  {
    facts: 'no proposal waiting',
    state: () => ({ proposal: null }),
    refuses: refusing('no-proposal', 'publish', 'decline-publication', 'take-back-publication'),
  },
  {
    facts: 'the proposal of the wrong account',
    state: (command) => ({
      proposal: { proposedById: command === 'take-back-publication' ? 'another account' : 'account' },
    }),
    refuses: {
      publish: 'own-proposal',
      'decline-publication': 'own-proposal',
      'take-back-publication': 'proposal-of-another',
    },
  },
  {
    facts: 'a secrecy review of the day before the acceptance',
    input: (command) =>
      command.name === 'publish' ? { ...command, secrecyReviewedOn: civilDate('2020-04-01') } : command,
    refuses: { publish: 'secrecy-review-outside' },
  },
  {
    facts: 'a secrecy review of tomorrow',
    input: (command) =>
      command.name === 'publish' ? { ...command, secrecyReviewedOn: civilDate('2020-04-03') } : command,
    refuses: { publish: 'secrecy-review-outside' },
  },
  {
    facts: 'the withdrawal explained',
    state: () => ({ withdrawalUnexplained: false }),
    refuses: { 'explain-publication-withdrawal': 'withdrawal-explained' },
  },
];
