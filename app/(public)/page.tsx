import { PageFrame } from '@/components/layout/page-frame';
import { AgencyGrid } from '@/components/plans/agency-grid';
import { EarlierPlans } from '@/components/plans/earlier-plans';
import { Hero } from '@/components/plans/hero';
import { PeriodCards } from '@/components/plans/period-cards';
import { PlanFacts } from '@/components/plans/plan-facts';
import { LatestPublished } from '@/components/publication/latest-published';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { SectionHeading } from '@/components/ui/section-heading';
import { TextLink } from '@/components/ui/text-link';
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

export default async function HomePage() {
  const t = getT();
  const [plans, latest, identity] = await Promise.all([
    loadPlans(),
    loadLatestPublished(latestCount),
    loadSiteIdentity(),
  ]);
  const [plan, ...earlier] = plans;
  const rhythm = sharedRhythm(plans);
  return (
    <PageFrame current="home" identity={identity} top={<Hero plan={plan} rhythm={rhythm} />}>
      {plan ? (
        <div className="grid gap-10">
          <section>
            <SectionHeading>{t('public.home.plan')}</SectionHeading>
            <Card>
              <h3 className="mb-4 text-lg font-bold">{plan.title}</h3>
              <PlanFacts plan={plan} />
            </Card>
          </section>
          <section>
            <SectionHeading aside={<TextLink href={routes.deadlines()}>{t('public.home.why')}</TextLink>}>
              {t('public.home.periods', rhythmWords(t, plan.rhythm))}
            </SectionHeading>
            <PeriodCards plan={plan} counts={new Map(await loadStateCounts(plan.code))} />
          </section>
          <section>
            <SectionHeading>{t('public.home.latest')}</SectionHeading>
            <LatestPublished reports={latest} rhythm={rhythm} />
          </section>
          <section>
            <SectionHeading aside={<TextLink href={routes.agencies()}>{t('public.home.more')}</TextLink>}>
              {t('public.home.agencies')}
            </SectionHeading>
            <AgencyGrid agencies={await loadFirstAgencies(plan.code)} />
          </section>
          {earlier.length > 0 && <EarlierPlans plans={earlier} />}
        </div>
      ) : (
        <EmptyState title={t('public.plan.empty')} />
      )}
    </PageFrame>
  );
}
