import { headFields } from '@/lib/domain/plan/plan-import';
import type { PlanImportPreview } from '@/lib/plans/import/loaders';
import { useT } from '@/lib/text/use-division-t';
import { EditableText } from './editable-text';

/** The file's words on the plan as a whole; every part can be changed where it stands. */
export function HeadFields({ id, head }: Pick<PlanImportPreview, 'id' | 'head'>) {
  const t = useT();
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
            />
          </dd>
        </div>
      ))}
    </dl>
  );
}
