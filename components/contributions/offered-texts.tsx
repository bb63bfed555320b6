import { Card } from '@/components/ui/card';
import { SectionHeading } from '@/components/ui/section-heading';
import type { OfferedContribution } from '@/lib/contributions/data';
import type { EntryForm } from '@/lib/domain/report/entry';
import { taskNumber } from '@/lib/text/task-words';
import { useT } from '@/lib/text/use-t';
import { ContributionList } from './contribution-list';

type OfferedTextsProps = { contributions: readonly OfferedContribution[]; form: EntryForm; isStarted: boolean };

/** Shown below a report that is not being written: the offers for each task, and the decisions on them. */
export function OfferedTexts({ contributions, form, isStarted }: OfferedTextsProps) {
  const t = useT();
  const codes = [...new Set(contributions.map(({ taskCode }) => taskCode))].sort();
  if (codes.length === 0) return null;
  return (
    <section className="no-print mt-10">
      <SectionHeading>{t('contributions.listTitle')}</SectionHeading>
      <Card>
        {!isStarted && <p className="mb-4 text-muted">{t('contributions.afterStart')}</p>}
        <div className="grid gap-6">
          {codes.map((code) => (
            <div key={code}>
              <h3 className="mb-2 font-medium">{t('contributions.ofTask', { number: taskNumber(code) })}</h3>
              <ContributionList
                contributions={contributions.filter((each) => each.taskCode === code)}
                form={form}
                canDecide={false}
              />
            </div>
          ))}
        </div>
      </Card>
    </section>
  );
}
