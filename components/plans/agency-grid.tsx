import type { FirstAgency } from '@/lib/plans/lists/data';
import { routes } from '@/lib/routes';
import { useT } from '@/lib/text/use-t';

type AgencyGridProps = { agencies: readonly FirstAgency[] };

/** Agencies of plans at a glance. */
export function AgencyGrid({ agencies }: AgencyGridProps) {
  const t = useT();
  return (
    <ul className="grid grid-cols-2 gap-2 md:gap-3 lg:grid-cols-4">
      {agencies.map((agency) => (
        <li key={agency.code}>
          <a
            href={routes.agency(agency.code)}
            className="card flex h-full flex-wrap items-baseline justify-between gap-x-2 px-3 py-2.5 md:px-4 md:py-3 hover:border-accent hover:text-accent"
          >
            <span className="font-medium">{agency.name}</span>
            <span className="shrink-0 text-sm text-muted">
              {t('public.agencies.taskCountValue', { count: agency.tasks })}
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}
