import type { Metadata } from 'next';
import { SignInForm } from '@/components/accounts/sign-in-form';
import { DemonstrationAccounts } from '@/components/demonstration/demonstration-accounts';
import { ContactFooter } from '@/components/layout/contact-footer';
import { SiteHeader } from '@/components/layout/site-header';
import { contentId } from '@/components/layout/skip-link';
import { Card } from '@/components/ui/card';
import { TextLink } from '@/components/ui/text-link';
import { loadNextPage } from '@/lib/accounts/loaders';
import { loadDemonstrationAccounts } from '@/lib/demonstration/loaders';
import { loadOwnContacts } from '@/lib/plans/contacts/loaders';
import { routes } from '@/lib/routes';
import { getT } from '@/lib/text/get-t';

export function generateMetadata(): Metadata {
  const t = getT();
  return { title: t('accounts.signIn.title') };
}

/**
 * `/sign-in`: user name and password, then on to `?next=`, a page of a desk. An unknown name and a wrong password get
 * the same answer.
 */
export default async function SignInPage({ searchParams }: PageProps<'/sign-in'>) {
  const t = getT();
  const next = await loadNextPage((await searchParams).next);
  return (
    <>
      <SiteHeader />
      <main id={contentId} tabIndex={-1} className="page grid gap-8 py-8 md:py-12">
        <div className="mx-auto w-full max-w-md">
          <Card>
            <h1 className="mb-1 text-2xl font-bold">{t('accounts.signIn.title')}</h1>
            <p className="mb-6 text-muted">{t('accounts.signIn.lead')}</p>
            <SignInForm next={next} />
          </Card>
          <p className="mt-4 text-center">
            <TextLink href={routes.home()}>{t('accounts.signIn.home')}</TextLink>
          </p>
        </div>
        <DemonstrationAccounts accounts={await loadDemonstrationAccounts()} />
      </main>
      <ContactFooter contacts={await loadOwnContacts()} />
    </>
  );
}
