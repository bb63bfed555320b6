import type { PlanGroup } from '@/lib/register/numbers/data';
import { routes } from '@/lib/routes';
import { useT } from '@/lib/text/use-division-t';

/** The groups that the tasks of a plan name, with the agencies for which the register says that they stand. */
export function PlanGroups({ groups }: { groups: readonly PlanGroup[] }) {
  const t = useT();
  if (groups.length === 0) return <p className="text-muted">{t('register.numbers.noGroups')}</p>;
  return (
    <dl className="grid gap-3">
      {groups.map(({ name, tasks, members }) => (
        <div key={name}>
          <dt className="font-medium">
            {name}
            <span className="ml-3 text-sm font-normal text-muted">
              {t('register.numbers.groupTasks', { count: tasks })}
            </span>
          </dt>
          <dd>
            {members.length > 0 ? (
              members.join(t('register.separator'))
            ) : (
              <a href={routes.registerGroup(name)} className="link">
                {t('register.numbers.groupUnknown')}
              </a>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
