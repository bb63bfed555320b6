import type { Metadata } from 'next';
import { EndingChoice } from '@/components/register/ending-choice';
import { EndingForm } from '@/components/register/ending-form';
import { Card } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { loadEnding } from '@/lib/register/changes/loaders';
import { routes } from '@/lib/routes';
import { getT } from '@/lib/text/get-t';

export function generateMetadata(): Metadata {
  const t = getT();
  return { title: t('register.agency.changes') };
}

/**
 * `/register/agencies/[code]/end?kind=merged&successor=…`: merges, splits or abolishes an agency in two steps. 404 for whoever is
 * not a coordinator of the office of each of its plans.
 */
export default async function EndingPage({ params, searchParams }: PageProps<'/register/agencies/[code]/end'>) {
  const t = getT();
  const page = await loadEnding((await params).code, await searchParams);
  const { agency } = page;
  return (
    <>
      <PageHeader
        title={t('register.end.title', { agency: agency.name })}
        crumbs={[
          { label: t('layout.home'), href: routes.home() },
          { label: t('register.title'), href: routes.register() },
          { label: agency.name, href: routes.registeredAgency(agency.code) },
          { label: t('register.agency.changes') },
        ]}
        lead={t('register.end.lead')}
      />
      <div className="grid gap-5">
        <Card>
          <EndingChoice {...page} />
        </Card>
        {page.isChosen && (
          <Card>
            <EndingForm {...page} />
          </Card>
        )}
      </div>
    </>
  );
}
