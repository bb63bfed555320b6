import type { Contact } from '@/lib/plans/loaders';
import { contactWords } from '@/lib/text/contact-words';
import { useT } from '@/lib/text/use-t';

/** The office to ask, at the foot of every page behind the sign-in and of the sign-in itself; nothing where it is unknown. */
export function ContactFooter({ contact }: { contact: Contact | null }) {
  const t = useT();
  if (!contact) return null;
  return (
    <footer className="no-print mt-auto border-t border-line bg-surface">
      <p className="page py-3 text-sm text-muted">{contactWords(t, contact)}</p>
    </footer>
  );
}
