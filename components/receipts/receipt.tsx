import { DefinitionList } from '@/components/ui/definition-list';
import type { Quarter } from '@/lib/domain/quarter';
import type { Timeliness } from '@/lib/domain/timeliness';
import { formatExactInstant, formatQuarter } from '@/lib/messages/format';
import { t } from '@/lib/messages/translator';

type ReceiptProps = {
  filed: {
    receiptNumber: string;
    number: number;
    filedAt: Date;
    filedBy: string;
    digest: string;
    timeliness: Timeliness;
    snapshot: { agency: { name: string }; plan: { title: string }; quarter: Quarter };
  };
};

const groupsOfEight = (digest: string) => digest.match(/.{1,8}/g)?.join(' ') ?? digest;

/** What proves that a report was filed, when, and with which text. */
export function Receipt({ filed }: ReceiptProps) {
  const { snapshot } = filed;
  const items = [
    { term: t('filing.receipt.number'), details: <strong className="font-mono">{filed.receiptNumber}</strong> },
    { term: t('filing.receipt.agency'), details: snapshot.agency.name },
    { term: t('filing.receipt.plan'), details: snapshot.plan.title },
    { term: t('filing.receipt.quarter'), details: formatQuarter(snapshot.quarter) },
    { term: t('filing.receipt.version'), details: t('filing.versions.version', { number: filed.number }) },
    {
      term: t('filing.receipt.filedAt'),
      details: <strong>{t('filing.receipt.zone', { at: formatExactInstant(filed.filedAt) })}</strong>,
    },
    { term: t('filing.receipt.filedBy'), details: filed.filedBy },
    { term: t('filing.receipt.timeliness'), details: t(`timeliness.${filed.timeliness}`) },
    {
      term: t('filing.receipt.digest'),
      details: <span className="font-mono text-sm">{groupsOfEight(filed.digest)}</span>,
    },
  ];
  return (
    <section aria-labelledby="receipt" className="card border-t-4 border-t-accent p-5 md:p-8">
      <h2 id="receipt" className="mb-5 text-center text-xl font-bold tracking-widest">
        {t('filing.receipt.heading')}
      </h2>
      <DefinitionList items={items} />
      <p className="mt-5 border-t border-line pt-4 text-sm text-muted">{t('filing.receipt.explanation')}</p>
    </section>
  );
}
