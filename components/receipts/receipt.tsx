import { DefinitionList } from '@/components/ui/definition-list';
import type { PeriodCode } from '@/lib/domain/calendar/period';
import type { Timeliness } from '@/lib/domain/deadline/timeliness';
import { useT } from '@/lib/text/use-t';
import { ReceiptCode } from './receipt-code';
import { receiptItems } from './receipt-items';

type ReceiptProps = {
  filed: {
    receiptNumber: string;
    number: number;
    filedAt: Date;
    filedBy: string;
    digest: string;
    timeliness: Timeliness;
    /** The address at which anyone can check it. */
    checkAddress: string;
    snapshot: { agency: { name: string }; plan: { title: string }; quarter: PeriodCode };
  };
};

/** The proof that a report was filed, when, and with which text; printed on a sheet of its own. */
export function Receipt({ filed }: ReceiptProps) {
  const t = useT();
  const { snapshot } = filed;
  const items = receiptItems(
    t,
    {
      ...filed,
      version: filed.number,
      agencyName: snapshot.agency.name,
      planTitle: snapshot.plan.title,
      periodCode: snapshot.quarter,
    },
    [
      { term: t('filing.receipt.filedBy'), details: filed.filedBy },
      { term: t('filing.receipt.timeliness'), details: t(`timeliness.${filed.timeliness}`) },
    ],
  );
  return (
    <section aria-labelledby="receipt" className="card break-inside-auto! border-t-4 border-t-accent p-5 md:p-8">
      <h2 id="receipt" className="mb-5 text-center text-xl font-bold tracking-widest">
        {t('filing.receipt.heading')}
      </h2>
      <div className="grid gap-6 md:grid-cols-[minmax(0,1fr)_10rem] print:grid-cols-[minmax(0,1fr)_10rem]">
        <DefinitionList items={items} />
        <div className="grid content-start gap-2 text-sm text-muted">
          <ReceiptCode address={filed.checkAddress} />
          <p>{t('receipts.code.hint')}</p>
        </div>
      </div>
      <p className="mt-5 border-t border-line pt-4 text-sm text-muted">
        {t('filing.receipt.explanation')}
        <br />
        {t('receipts.code.address')}
        <span className="font-mono break-all">{filed.checkAddress}</span>
      </p>
    </section>
  );
}
