import { PageFrame } from '@/components/layout/page-frame';
import { AgencyGrid } from '@/components/plans/agency-grid';
import { CurrentPlans } from '@/components/plans/current-plans';
import { EndedPlans } from '@/components/plans/ended-plans';
import { Hero } from '@/components/plans/hero';
import { LatestPublished } from '@/components/publication/latest-published';
import { EmptyState } from '@/components/ui/empty-state';
import { SectionHeading } from '@/components/ui/section-heading';
import { TextLink } from '@/components/ui/text-link';
import type { Plan } from '@/lib/plans/data';
import { loadFirstAgencies } from '@/lib/plans/lists/loaders';
import { loadPlans, loadRhythms, loadSiteIdentity } from '@/lib/plans/loaders';
import { loadLatestPublished } from '@/lib/publication/loaders';
import { loadStateCounts } from '@/lib/publication/states/loaders';
import { routes } from '@/lib/routes';
import { getT } from '@/lib/text/get-t';
import { rhythmWords, sharedRhythm } from '@/lib/text/rhythm-words';
import { pageMetadata } from './page-metadata';

export async function generateMetadata() {
  const t = getT();
  const description = t('public.home.lead', rhythmWords(t, sharedRhythm(await loadRhythms())));
  return {
    ...pageMetadata({ title: t('layout.name'), column: t('public.home.title'), description }),
    title: { absolute: t('layout.name') },
  };
}

const latestCount = 5;

/** The plans under way, each with its own counts; the last one where all are closed. */
async function currentPlans(plans: readonly Plan[]) {
  const open = plans.filter(({ isClosed }) => !isClosed);
  const current = open.length > 0 ? open : plans.slice(0, 1);
  const counts = await loadStateCounts(current.map(({ code }) => code));
  return current.map((plan) => ({ ...plan, counts: counts.get(plan.code) ?? new Map() }));
}

export default async function HomePage() {
  const t = getT();
  const [plans, latest, identity] = await Promise.all([
    loadPlans(),
    loadLatestPublished(latestCount),
    loadSiteIdentity(),
  ]);
  const current = await currentPlans(plans);
  const ended = plans.filter(({ code }) => !current.some((plan) => plan.code === code));
  const rhythm = sharedRhythm(plans);
  return (
    <PageFrame current="home" identity={identity} top={<Hero plans={current} rhythm={sharedRhythm(current)} />}>
      {current.length > 0 ? (
        <div className="grid gap-10">
          <CurrentPlans plans={current} />
          <section>
            <SectionHeading>{t('public.home.latest')}</SectionHeading>
            <LatestPublished reports={latest} rhythm={rhythm} />
          </section>
          <section>
            <SectionHeading aside={<TextLink href={routes.agencies()}>{t('public.home.more')}</TextLink>}>
              {t('public.home.agencies')}
            </SectionHeading>
            <AgencyGrid agencies={await loadFirstAgencies(current.map(({ code }) => code))} />
          </section>
          {ended.length > 0 && <EndedPlans plans={ended} />}
        </div>
      ) : (
        <EmptyState title={t('public.plan.empty')} />
      )}
    </PageFrame>
  );
}
