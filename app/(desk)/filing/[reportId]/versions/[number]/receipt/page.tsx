import type { Metadata } from 'next';
import { reportCrumbs } from '@/components/filing/report/report-crumbs';
import { Receipt } from '@/components/receipts/receipt';
import { ButtonLink } from '@/components/ui/button';
import { PageHeader } from '@/components/ui/page-header';
import { PrintButton } from '@/components/ui/print-button';
import { loadFiledVersion } from '@/lib/receipts/loaders';
import { routes } from '@/lib/routes';
import { formatPeriod } from '@/lib/text/format';
import { getT } from '@/lib/text/get-t';

export function generateMetadata(): Metadata {
  const t = getT();
  return { title: t('filing.receipt.title') };
}

type ReceiptPageProps = { params: Promise<{ reportId: string; number: string }> };

/** `/filing/[reportId]/versions/[number]/receipt`: the receipt alone, printed on one A4 sheet. */
export default async function ReceiptPage({ params }: ReceiptPageProps) {
  const t = getT();
  const { reportId, number } = await params;
  const filed = await loadFiledVersion(reportId, number);
  const { snapshot, report } = filed;
  return (
    <>
      <div className="no-print">
        <PageHeader
          title={t('receipts.version.sheetTitle', { period: formatPeriod(snapshot.quarter), number: filed.number })}
          crumbs={reportCrumbs(t, { id: report.id, periodCode: snapshot.quarter }, t('filing.receipt.title'))}
          actions={
            <>
              <ButtonLink href={routes.receipt(report.id, filed.number)} variant="quiet">
                {t('receipts.version.back', { number: filed.number })}
              </ButtonLink>
              <PrintButton label={t('receipts.version.printSheet')} />
            </>
          }
        />
      </div>
      <Receipt filed={filed} />
    </>
  );
}
