'use client';

import type { Writer } from '@/lib/schemas/live';
import type { Translate } from '@/lib/text/translator';
import { useT } from '@/lib/text/use-t';

type Writers = { writers: readonly Writer[] };

function sentence(t: Translate, { name, isYou }: Writer, number: string | null): string {
  if (number === null) return isYou ? t('live.youOpen') : t('live.open', { name });
  return isYou ? t('live.youWriting', { number }) : t('live.writing', { name, number });
}

/** The dot of a person who is present, beside words that say so. */
function Dot() {
  return <span aria-hidden="true" className="mr-2 inline-block size-2 rounded-full bg-success" />;
}

/** Announced when people come or go, not when one of them moves to another task. */
function Arrivals({ writers }: Writers) {
  const t = useT();
  const names = [...new Set(writers.map(({ name, isYou }) => (isYou ? t('live.elsewhere') : name)))].join('、');
  return (
    <p role="status" className="sr-only">
      {names && t('live.present', { names })}
    </p>
  );
}

type WritersProps = Writers & {
  /** Newer pages of the same account have the streams, so that the others are not known here. */
  isElsewhere: boolean;
  taskNumberOf: (taskId: string) => string | null;
};

/** The others who have the report open, with the tasks that they are editing. */
export function Writers({ writers, isElsewhere, taskNumberOf }: WritersProps) {
  const t = useT();
  return (
    // The line always takes its space, so that the layout does not shift when somebody arrives.
    <div className="no-print mb-3 min-h-6">
      {isElsewhere && <p className="text-sm text-warning">{t('live.updatesElsewhere')}</p>}
      {writers.length > 0 && (
        <ul aria-label={t('live.title')} className="flex flex-wrap gap-x-5 gap-y-1 text-sm text-ink">
          {writers.map((writer) => (
            <li key={`${writer.accountId} ${writer.taskId}`}>
              <Dot />
              {sentence(t, writer, writer.taskId === null ? null : taskNumberOf(writer.taskId))}
            </li>
          ))}
        </ul>
      )}
      <Arrivals writers={writers} />
    </div>
  );
}

/** Shown on a task's card: the others who are editing it now. */
export function TaskWriters({ writers, taskId }: Writers & { taskId: string }) {
  const t = useT();
  const here = writers.filter((writer) => writer.taskId === taskId);
  if (here.length === 0) return null;
  return (
    <ul className="no-print grid gap-1 text-sm font-medium text-success">
      {here.map(({ accountId, name, isYou }) => (
        <li key={accountId}>
          <Dot />
          {t('live.here', { name: isYou ? t('live.elsewhere') : name })}
        </li>
      ))}
    </ul>
  );
}
