import { SectionHeading } from '@/components/ui/section-heading';
import { useT } from '@/lib/text/use-t';

const programs = ['outlook', 'wps', 'iphone', 'android'] as const;

/** Explains how to add the address to the calendar programs in use at agencies. */
export function SubscriptionGuide() {
  const t = useT();
  return (
    <section className="mt-10">
      <SectionHeading>{t('calendar.subscription.guide')}</SectionHeading>
      <dl className="card ruled">
        {programs.map((program) => (
          <div key={program} className="grid gap-x-6 gap-y-1 px-5 py-3 sm:grid-cols-[9em_1fr]">
            <dt className="font-medium">{t(`calendar.subscription.programs.${program}.name`)}</dt>
            <dd>{t(`calendar.subscription.programs.${program}.steps`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
