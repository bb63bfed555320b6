import type { Metadata } from 'next';
import { GroupCard } from '@/components/register/group-card';
import { GroupForm } from '@/components/register/group-form';
import { RegisterSections } from '@/components/register/register-sections';
import { Card } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { loadGroups } from '@/lib/register/groups/loaders';
import { routes } from '@/lib/routes';
import { getT } from '@/lib/text/get-t';

export function generateMetadata(): Metadata {
  const t = getT();
  return { title: t('register.groupsPage.title') };
}

/** `/register/groups`: the names that stand for several agencies. 404 for everyone but the division and the leader. */
export default async function GroupsPage({ searchParams }: PageProps<'/register/groups'>) {
  const t = getT();
  const { groups, agencies, mayChange, wanted } = await loadGroups(await searchParams);
  const isNew = !groups.some(({ name }) => name === wanted);
  return (
    <>
      <PageHeader
        title={t('register.groupsPage.title')}
        crumbs={[
          { label: t('layout.home'), href: routes.home() },
          { label: t('register.title'), href: routes.register() },
          { label: t('register.groupsPage.title') },
        ]}
        lead={t('register.groupsPage.lead')}
      />
      <RegisterSections current="groups" />
      <div className="grid gap-5">
        {groups.length === 0 && <p className="text-muted">{t('register.groupsPage.empty')}</p>}
        {groups.map((group) => (
          <GroupCard
            key={group.id}
            group={group}
            agencies={agencies}
            mayChange={mayChange}
            isWanted={group.name === wanted}
          />
        ))}
        {mayChange && (
          <Card>
            <GroupForm agencies={agencies} {...(isNew && wanted && { isOpen: true, newName: wanted })} />
          </Card>
        )}
      </div>
    </>
  );
}
