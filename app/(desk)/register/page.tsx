import type { Metadata, Route } from 'next';
import { RegisterSections } from '@/components/register/register-sections';
import { RegisterTable } from '@/components/register/register-table';
import { Button, ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { SearchField } from '@/components/ui/search-field';
import { loadRegister } from '@/lib/register/loaders';
import { routes } from '@/lib/routes';
import { getT } from '@/lib/text/get-t';

export function generateMetadata(): Metadata {
  const t = getT();
  return { title: t('register.title') };
}

/**
 * `/register?search=…&page=2`: the register of agencies, level by level, with the reports that run. 404 for everyone but the
 * division and the leader.
 */
export default async function RegisterPage({ searchParams }: PageProps<'/register'>) {
  const t = getT();
  const { agencies, total, search, page, pageSize, mayAdd } = await loadRegister(await searchParams);
  const addressOf = (number: number) =>
    `${routes.register()}?${new URLSearchParams({ ...(search && { search }), page: String(number) })}` as Route;
  return (
    <>
      <PageHeader
        title={t('register.title')}
        crumbs={[{ label: t('layout.home'), href: routes.home() }, { label: t('register.title') }]}
        lead={t('register.lead')}
        actions={mayAdd && <ButtonLink href={routes.newAgency()}>{t('register.sections.new')}</ButtonLink>}
      />
      <RegisterSections current="list" />
      <Card className="grid gap-4">
        <form action={routes.register()} method="get" className="flex flex-wrap items-end gap-4">
          <div className="w-full sm:w-72">
            <SearchField label={t('register.search')} defaultValue={search} />
          </div>
          <Button type="submit" variant="secondary" className="h-12">
            {t('register.find')}
          </Button>
        </form>
        <RegisterTable agencies={agencies} />
        <Pagination
          page={page}
          pageSize={pageSize}
          total={total}
          totalWords={t('register.total', { total })}
          addressOf={addressOf}
        />
      </Card>
    </>
  );
}
