import { ButtonLink } from '@/components/ui/button';
import type { Plan } from '@/lib/plans/data';
import { routes } from '@/lib/routes';
import { rhythmWords, type SharedRhythm } from '@/lib/text/rhythm-words';
import { useT } from '@/lib/text/use-t';

function Figures({ plans }: { plans: readonly Plan[] }) {
  const t = useT();
  const sum = (numberOf: (plan: Plan) => number) => plans.reduce((total, plan) => total + numberOf(plan), 0);
  const figures = [
    // An agency that reports on two plans would be counted twice.
    plans.length > 1
      ? { number: plans.length, words: t('public.home.statPlans') }
      : { number: sum(({ scope }) => scope.agencies), words: t('public.home.statAgencies') },
    { number: sum(({ scope }) => scope.tasks), words: t('public.home.statTasks') },
    { number: sum(({ periods }) => periods.length), words: t('public.home.statPeriods') },
  ];
  return (
    <ul aria-label={t('public.home.stats')} className="flex gap-8 md:gap-10">
      {figures.map(({ number, words }) => (
        <li key={words} className="text-sm text-muted">
          <strong className="block text-3xl font-bold text-accent tabular-nums">{number}</strong>
          {words}
        </li>
      ))}
    </ul>
  );
}

type HeroProps = { plans: readonly Plan[]; rhythm: SharedRhythm };

/** Introduces the portal at the top of the home page. */
export function Hero({ plans, rhythm }: HeroProps) {
  const t = useT();
  const words = rhythmWords(t, rhythm);
  return (
    <div className="border-b border-line bg-surface">
      <div className="page flex flex-wrap items-end justify-between gap-x-12 gap-y-6 py-8 md:py-12">
        <div className="max-w-text">
          <h1 className="text-2xl font-bold text-accent-strong md:text-3xl">{t('public.home.heading', words)}</h1>
          <p className="mt-3 text-muted">{t('public.home.lead', words)}</p>
          <div className="no-print mt-6 flex flex-wrap gap-3">
            <ButtonLink href={routes.tasks()}>{t('public.home.browseTasks')}</ButtonLink>
            <ButtonLink href={routes.notice()} variant="secondary">
              {t('public.home.readNotice')}
            </ButtonLink>
          </div>
        </div>
        {plans.length > 0 && <Figures plans={plans} />}
      </div>
    </div>
  );
}
