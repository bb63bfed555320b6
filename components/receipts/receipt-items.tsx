import type { Definition } from '@/components/ui/definition-list';
import type { ReceiptFacts } from '@/lib/receipts/data';
import { formatExactInstant, formatPeriod } from '@/lib/text/format';
import type { Translate } from '@/lib/text/translator';

const groupsOfEight = (digest: string) => digest.match(/.{1,8}/g)?.join(' ') ?? digest;

/**
 * The facts of a receipt that everybody with its number may see; `others`, for its readers only, come before the
 * digest.
 */
export function receiptItems(t: Translate, receipt: ReceiptFacts, others: readonly Definition[] = []): Definition[] {
  return [
    { term: t('filing.receipt.number'), details: <strong className="font-mono">{receipt.receiptNumber}</strong> },
    { term: t('filing.receipt.agency'), details: receipt.agencyName },
    { term: t('filing.receipt.plan'), details: receipt.planTitle },
    { term: t('filing.receipt.period'), details: formatPeriod(receipt.periodCode) },
    { term: t('filing.receipt.version'), details: t('filing.versions.version', { number: receipt.version }) },
    {
      term: t('filing.receipt.filedAt'),
      details: (
        <strong className="whitespace-nowrap">
          {t('filing.receipt.zone', { at: formatExactInstant(receipt.filedAt) })}
        </strong>
      ),
    },
    ...others,
    {
      term: t('filing.receipt.digest'),
      details: <span className="font-mono text-sm">{groupsOfEight(receipt.digest)}</span>,
    },
  ];
}
