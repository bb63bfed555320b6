import type { Route } from 'next';
import type { ReactNode } from 'react';
import { Card } from '@/components/ui/card';
import { SectionHeading } from '@/components/ui/section-heading';
import type { Plan } from '@/lib/plans/data';
import type { loadSiteMap } from '@/lib/plans/lists/loaders';
import { routes } from '@/lib/routes';
import { longPageSize } from '@/lib/schemas/list-address';
import { rhythmWords, sharedRhythm } from '@/lib/text/rhythm-words';
import type { Translate } from '@/lib/text/translator';
import { useT } from '@/lib/text/use-t';
import { planName } from './plan-name';

type Entry = { href: string; label: string };

const columns = (t: Translate): Entry[] => [
  { href: routes.home(), label: t('layout.nav.home') },
  { href: routes.notice(), label: t('layout.nav.notice') },
  { href: routes.agencies(), label: t('layout.nav.agencies') },
  { href: routes.tasks(), label: t('layout.nav.tasks') },
  { href: routes.deadlines(), label: t('layout.nav.deadlines') },
  { href: routes.receiptCheck(), label: t('receipts.check.title') },
  { href: routes.signIn(), label: t('layout.signIn') },
];

function documentsOf(t: Translate, publicPlan: Plan): Entry[] {
  const plan = planName(t, publicPlan);
  const address = `/api/v1/plans/${publicPlan.code}`;
  return [
    { href: address, label: t('public.siteMap.dataPlan', { plan }) },
    { href: `${address}/agencies`, label: t('public.siteMap.dataAgencies', { plan }) },
    { href: `${address}/tasks`, label: t('public.siteMap.dataTasks', { plan }) },
    { href: `${address}/periods`, label: t('public.siteMap.dataPeriods', { plan }) },
  ];
}

function Group({ heading, entries }: { heading: ReactNode; entries: readonly Entry[] }) {
  return (
    <Card>
      <SectionHeading>{heading}</SectionHeading>
      <ul className="grid gap-x-6 gap-y-1 sm:grid-cols-2 lg:grid-cols-3">
        {entries.map(({ href, label }) => (
          <li key={href}>
            <a href={href} className="link">
              {label}
            </a>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** The pages of a list that is too long to be named here entry by entry. */
function pagesOf(t: Translate, address: Route, total: number): Entry[] {
  return Array.from({ length: Math.ceil(total / longPageSize) }, (_, index) => {
    const range = { from: index * longPageSize + 1, to: Math.min(total, (index + 1) * longPageSize) };
    return { href: index === 0 ? address : `${address}?page=${index + 1}`, label: t('public.siteMap.range', range) };
  });
}

type SiteMapListProps = { plans: readonly Plan[]; lists: Awaited<ReturnType<typeof loadSiteMap>> };

/** All public pages. */
export function SiteMapList({ plans, lists: { agencies, tasks, mostNamed } }: SiteMapListProps) {
  const t = useT();
  const namedAgencies = agencies.named.map(([code, label]) => ({ href: routes.agency(code), label }));
  const namedTasks = tasks.named.map((task) => ({
    href: routes.task(task.code),
    label: `${task.code} ${task.leadAgency.name}`,
  }));
  return (
    <div className="grid gap-6">
      <Group heading={t('public.siteMap.pages')} entries={columns(t)} />
      {plans.length > 1 && (
        <Group
          heading={t('public.home.plan')}
          entries={plans.map(({ code, title }) => ({ href: routes.planNotice(code), label: title }))}
        />
      )}
      <Group
        heading={t('public.agencies.title')}
        entries={agencies.total > mostNamed ? pagesOf(t, routes.agencies(), agencies.total) : namedAgencies}
      />
      <Group
        heading={t('public.tasks.title')}
        entries={tasks.total > mostNamed ? pagesOf(t, routes.tasks(), tasks.total) : namedTasks}
      />
      <Group
        heading={t('public.siteMap.data')}
        entries={[
          { href: '/api/v1/plans', label: t('public.siteMap.dataPlans') },
          ...plans.flatMap((publicPlan) => documentsOf(t, publicPlan)),
          {
            href: '/api/v1/deadlines/2025Q3',
            label: t('public.siteMap.dataDeadline', rhythmWords(t, sharedRhythm(plans))),
          },
        ]}
      />
    </div>
  );
}
