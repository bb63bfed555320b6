import { Button } from '@/components/ui/button';
import { RadioGroupField } from '@/components/ui/field';
import { endings } from '@/lib/domain/agencies/changes';
import type { EndingPage } from '@/lib/register/changes/loaders';
import { routes } from '@/lib/routes';
import { useT } from '@/lib/text/use-division-t';

/** The first step of the ending of an agency: its kind, and those that take its place. */
export function EndingChoice({ agency, kind, others, successors }: EndingPage) {
  const t = useT();
  const isChosen = (id: string) => successors.some((each) => each.id === id);
  return (
    <form action={routes.agencyEnding(agency.code)} method="get" className="grid gap-5">
      <RadioGroupField
        legend={t('register.end.kind')}
        name="kind"
        options={endings.map((each) => ({ value: each, label: t(`register.end.kinds.${each}`) }))}
        defaultValue={kind ?? 'merged'}
      />
      <fieldset className="grid gap-2">
        <legend className="mb-1.5 font-medium">{t('register.end.successors')}</legend>
        <p className="text-sm text-muted">{t('register.end.successorsHint')}</p>
        <div className="grid gap-x-6 sm:grid-cols-2 lg:grid-cols-3">
          {others.map(({ id, name }) => (
            <label key={id} className="flex min-h-9 items-center gap-2.5">
              <input
                type="checkbox"
                name="successor"
                value={id}
                defaultChecked={isChosen(id)}
                className="size-5 shrink-0 accent-accent"
              />
              {name}
            </label>
          ))}
        </div>
      </fieldset>
      <Button type="submit" variant="secondary" className="justify-self-start">
        {t('register.end.next')}
      </Button>
    </form>
  );
}
