import { type PublicPart, publicParts } from '@/lib/domain/report/entry';
import { useT } from '@/lib/text/use-t';

type SectionChoiceProps = { chosen: readonly PublicPart[]; onChange: (chosen: PublicPart[]) => void };

/** One checkbox per section; the ticked ones are published. */
export function SectionChoice({ chosen, onChange }: SectionChoiceProps) {
  const t = useT();
  return (
    <fieldset className="grid gap-1" aria-describedby="chosen-hint">
      <legend className="mb-1 font-semibold">{t('review.publication.choose')}</legend>
      <p id="chosen-hint" className="text-sm text-muted">
        {t('review.publication.chooseHint')}
      </p>
      <div className="mt-1 flex flex-wrap gap-x-6 gap-y-1">
        {publicParts().map((section) => (
          <label key={section} className="flex min-h-9 items-center gap-2">
            <input
              type="checkbox"
              id={`chosen-${section}`}
              name={`chosen.${section}`}
              defaultChecked={chosen.includes(section)}
              onChange={(event) => {
                const others = chosen.filter((one) => one !== section);
                onChange(event.currentTarget.checked ? [...others, section] : others);
              }}
              className="size-5 shrink-0 accent-accent"
            />
            {t(`fields.${section}`)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
