'use client';

import { NoticeBox } from '@/components/ui/notice-box';
import type { RegisterPreview } from '@/lib/domain/agencies/register-file';
import type { FilePlace, FileProblem } from '@/lib/domain/agencies/register-rows';
import { useT } from '@/lib/text/use-division-t';

function Place({ place }: { place: FilePlace }) {
  const t = useT();
  const words = 'cell' in place ? place.cell : t('register.file.atLine', { line: place.line });
  return <span className="font-medium">{t('register.file.problemAt', { place: words })}</span>;
}

function Problem({ code, place, values }: FileProblem) {
  const t = useT();
  return (
    <li>
      {place && <Place place={place} />}
      {t(`register.file.problem.${code}`, { value: '', agency: '', code: '', ...values })}
    </li>
  );
}

/** The problems of a file at their cells, or else each difference that it would make. */
export function RegisterDifferences({ problems, added, changed }: RegisterPreview) {
  const t = useT();
  if (problems.length > 0)
    return (
      <NoticeBox tone="danger" title={t('register.file.problems', { count: problems.length })} live>
        <ul className="mt-1 list-disc pl-5">
          {problems.map((problem) => (
            <Problem key={JSON.stringify(problem)} {...problem} />
          ))}
        </ul>
      </NoticeBox>
    );
  if (added.length + changed.length === 0) return <p role="status">{t('register.file.same')}</p>;
  const nothing = t('register.file.nothing');
  return (
    <div role="status" className="grid gap-4">
      {added.length > 0 && (
        <section>
          <h3 className="font-semibold">{t('register.file.added', { count: added.length })}</h3>
          <p>{added.map(({ code, name }) => `${code} ${name}`).join(t('register.separator'))}</p>
        </section>
      )}
      {changed.length > 0 && (
        <section>
          <h3 className="font-semibold">{t('register.file.changed', { count: changed.length })}</h3>
          <ul className="grid gap-1">
            {changed.map(({ code, name, facts }) => (
              <li key={code}>
                <span className="font-medium">{`${code} ${name}`}</span>
                {facts.map(({ field, before, after }) => (
                  <span key={field} className="block pl-5">
                    {t('register.file.fact', {
                      field: t(`register.file.column.${field}`),
                      before: before || nothing,
                      after: after || nothing,
                    })}
                  </span>
                ))}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
