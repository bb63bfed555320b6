import { type Contact, contactWords } from '@/lib/text/contact-words';
import { useT } from '@/lib/text/use-t';

type ContactFooterProps = { contacts: readonly (Contact & { plans: readonly string[] })[] };

/**
 * The offices to ask, at the foot of every page behind the sign-in and of the sign-in itself; where there are several, each with
 * the plans that it is to be asked about.
 */
export function ContactFooter({ contacts }: ContactFooterProps) {
  const t = useT();
  if (contacts.length === 0) return null;
  return (
    <footer className="no-print mt-auto border-t border-line bg-surface">
      <div className="page py-3 text-sm text-muted">
        {contacts.map(({ plans, ...contact }) => (
          <p key={plans.join()}>
            {contacts.length > 1 &&
              t('layout.contactOf', { plans: plans.map((plan) => t('layout.planTitle', { plan })).join('') })}
            {contactWords(t, contact)}
          </p>
        ))}
      </div>
    </footer>
  );
}
