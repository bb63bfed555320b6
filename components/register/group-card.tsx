import { Card } from '@/components/ui/card';
import { SectionHeading } from '@/components/ui/section-heading';
import type { AgencyGroup } from '@/lib/register/groups/data';
import type { NamedAgency } from '@/lib/register/loaders';
import { routes } from '@/lib/routes';
import { useT } from '@/lib/text/use-division-t';
import { GroupDeletion } from './group-deletion';
import { GroupForm } from './group-form';

type GroupCardProps = { group: AgencyGroup; agencies: readonly NamedAgency[]; mayChange: boolean; isWanted: boolean };

/** A group with its members, and the forms that change it. */
export function GroupCard({ group, agencies, mayChange, isWanted }: GroupCardProps) {
  const t = useT();
  const { name, members } = group;
  return (
    <Card className="grid gap-4">
      <SectionHeading aside={t('register.groupsPage.count', { count: members.length })}>{name}</SectionHeading>
      {members.length === 0 ? (
        <p className="text-muted">{t('register.groupsPage.noMembers')}</p>
      ) : (
        <ul aria-label={t('register.groupsPage.membersOf', { name })} className="flex flex-wrap gap-x-5 gap-y-1">
          {members.map((agency) => (
            <li key={agency.code}>
              <a href={routes.registeredAgency(agency.code)} className="link">
                {agency.name}
              </a>
            </li>
          ))}
        </ul>
      )}
      {mayChange && (
        <div className="grid gap-3">
          <GroupForm group={group} agencies={agencies} isOpen={isWanted} />
          <GroupDeletion name={name} />
        </div>
      )}
    </Card>
  );
}
