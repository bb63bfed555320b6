import { type HeadField, headFields } from '@/lib/domain/plan/plan-import';
import type { PlanImportPreview } from '@/lib/plans/import/loaders';
import { useT } from '@/lib/text/use-division-t';
import { EditableText } from './editable-text';

type Problem = PlanImportPreview['loose'][number];

function HeadProblem({ id, problem }: { id: string; problem: Problem | undefined }) {
  const t = useT();
  return (
    problem && (
      <p id={id} className="text-sm font-medium text-danger">
        {t(`imports.problems.${problem.code}`, problem.values)}
      </p>
    )
  );
}

/** The file's words on the plan as a whole; every part can be changed where it stands. */
export function HeadFields({ id, head, loose }: Pick<PlanImportPreview, 'id' | 'head' | 'loose'>) {
  const t = useT();
  const problemOf = (field: HeadField) => loose.find(({ values }) => values?.field === field);
  return (
    <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-[8em_1fr]">
      {headFields.map((field) => (
        <div key={field} className="contents">
          <dt className="text-muted">{t(`imports.head.${field}`)}</dt>
          <dd>
            <EditableText
              importId={id}
              text={head[field]}
              label={t(`imports.head.${field}`)}
              at={{ kind: 'head', field }}
              describedBy={problemOf(field) && `head-${field}`}
            />
            <HeadProblem id={`head-${field}`} problem={problemOf(field)} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
