import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { SelectField } from '@/components/ui/field';
import { SectionHeading } from '@/components/ui/section-heading';
import { routes } from '@/lib/routes';
import { useT } from '@/lib/text/use-division-t';

type CopySourceProps = { sources: readonly { code: string; title: string }[]; from: string };

/** Chooses the plan that a new one follows; the page then proposes its settings. */
export function CopySource({ sources, from }: CopySourceProps) {
  const t = useT();
  return (
    <Card>
      <SectionHeading>{t('plans.new.copy')}</SectionHeading>
      <form action={routes.newPlan()} className="flex flex-wrap items-end gap-4">
        <div className="min-w-0 max-w-xl flex-1">
          <SelectField
            name="from"
            label={t('plans.new.source')}
            emptyOption={t('plans.new.noSource')}
            options={sources.map(({ code, title }) => ({ value: code, label: title }))}
            defaultValue={from}
          />
        </div>
        <Button type="submit" variant="secondary">
          {t('plans.new.take')}
        </Button>
      </form>
    </Card>
  );
}
