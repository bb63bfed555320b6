import type { WaitingProposal } from '@/lib/publication/desk/data';
import { planPeriodWords } from '@/lib/text/plan-period-words';
import { useT } from '@/lib/text/use-division-t';
import { ProposalView } from './proposal-view';
import { TakeBackForm } from './take-back-form';

/** The reader's own proposals, which wait for somebody else. */
export function OwnProposals({ proposals }: { proposals: readonly WaitingProposal[] }) {
  const t = useT();
  return (
    <ul className="grid gap-4">
      {proposals.map((proposal) => (
        <li key={proposal.id} className="grid gap-2 border-t border-line pt-3 first:border-0 first:pt-0">
          <h3 className="font-semibold">
            {t('publication.reportOf', { agency: proposal.agency.name, period: planPeriodWords(t, proposal) })}
          </h3>
          <ProposalView proposal={proposal} isOpen={false} />
          <TakeBackForm report={proposal} />
        </li>
      ))}
    </ul>
  );
}
