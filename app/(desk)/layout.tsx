import type { ReactNode } from 'react';
import { CurrentDeskHeader } from '@/components/accounts/current-desk-header';
import { SignOutForm } from '@/components/accounts/sign-out-form';
import { KeptTextsKey } from '@/components/forms/kept-texts/kept-texts-key';
import { ContactFooter } from '@/components/layout/contact-footer';
import { contentId } from '@/components/layout/skip-link';
import { UntilScriptsRun } from '@/components/layout/until-scripts-run';
import { loadDeskVisitor } from '@/lib/accounts/loaders';
import { loadMessageCounts } from '@/lib/notifications/loaders';
import { loadOwnContacts } from '@/lib/plans/contacts/loaders';
import { routes } from '@/lib/routes';
import { formatInstant } from '@/lib/text/format';
import { getT } from '@/lib/text/get-t';
import type { Translate } from '@/lib/text/translator';

const account = (t: Translate) => ({ href: routes.changePassword(), label: t('accounts.desks.password') });

const channels = (t: Translate) => ({ href: routes.channels(), label: t('accounts.desks.channels') });

/** `troubled` is the number of messages that could not be sent; `hasBelow` says that agencies stand below the own one. */
const linksFor = (troubled: number, hasBelow: boolean) => {
  const t = getT();
  return {
    filing: [
      { href: routes.filing(), label: t('accounts.desks.filing') },
      { href: routes.officers(), label: t('accounts.officers.title') },
      ...(hasBelow ? [{ href: routes.agenciesBelow(), label: t('register.below-page.title') }] : []),
    ],
    review: [
      { href: routes.review(), label: t('accounts.desks.review') },
      { href: routes.extensions(), label: t('accounts.desks.extensions') },
      { href: routes.chasing(), label: t('chasing.link', { count: troubled }) },
      { href: routes.publications(), label: t('publication.title') },
      { href: routes.summaries(), label: t('summaries.desk') },
      { href: routes.statistics(), label: t('statistics.title') },
      { href: routes.documents(), label: t('documents.desk.title') },
      { href: routes.plans(), label: t('plans.title') },
      { href: routes.calendar(), label: t('workCalendar.title') },
      { href: routes.register(), label: t('register.title') },
      { href: routes.agenciesOfficers(), label: t('accounts.officers.link') },
      { href: routes.assignment(), label: t('assignment.title') },
    ],
    admin: [{ href: routes.admin(), label: t('accounts.desks.admin') }],
  };
};

/** Links for every account: the inbox with its unread count, the channels of notification, the password. */
function ownLinks(unread: number) {
  const t = getT();
  return [{ href: routes.messages(), label: t('notifications.link', { count: unread }) }, channels(t), account(t)];
}

/**
 * The frame of every desk. It checks no access itself: each page's loader does, and sends visitors through the sign-in.
 */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  const t = getT();
  const visitor = await loadDeskVisitor();
  if (!visitor) return children;
  const { accountId, keptTextsKey, desk, userName, displayName, agencyName, mustChangePassword, now } = visitor;
  const { unread, troubled } = await loadMessageCounts();
  return (
    <>
      <KeptTextsKey accountId={accountId} userName={userName} secret={keptTextsKey} />
      <CurrentDeskHeader
        deskName={t(`accounts.deskNames.${desk}`)}
        links={mustChangePassword ? [] : linksFor(troubled, visitor.hasAgenciesBelow)[desk]}
        ownLinks={mustChangePassword ? [account(t)] : ownLinks(unread)}
        userName={displayName}
        agencyName={agencyName}
        signOut={<SignOutForm accountId={accountId} />}
      />
      <UntilScriptsRun>{t('layout.scriptsMissing')}</UntilScriptsRun>
      <main id={contentId} tabIndex={-1} className="page py-6 md:py-8">
        <p className="print-only mb-2 text-sm">{t('layout.printed', { at: formatInstant(now) })}</p>
        {children}
      </main>
      <ContactFooter contacts={await loadOwnContacts()} />
    </>
  );
}
