import { PublicPage } from '@/components/plans/public-page';
import { ReceiptCheckForm } from '@/components/receipts/receipt-check-form';
import { ReceiptFileForm } from '@/components/receipts/receipt-file-form';
import { Card } from '@/components/ui/card';
import { loadSiteIdentity } from '@/lib/plans/loaders';
import { loadAskedReceipt } from '@/lib/receipts/loaders';
import { getT } from '@/lib/text/get-t';
import { pageMetadata } from '../page-metadata';

export function generateMetadata() {
  const t = getT();
  return {
    ...pageMetadata({
      title: t('receipts.check.title'),
      column: t('receipts.check.title'),
      description: t('receipts.check.lead'),
    }),
    robots: { index: false },
  };
}

/** `/receipts`: asks for a receipt number and redirects to the answer. */
export default async function ReceiptCheckPage({ searchParams }: PageProps<'/receipts'>) {
  const t = getT();
  const [asked, identity] = await Promise.all([loadAskedReceipt(await searchParams), loadSiteIdentity()]);
  return (
    <PublicPage identity={identity} title={t('receipts.check.title')} lead={t('receipts.check.lead')}>
      <div className="grid gap-8">
        <Card>
          <ReceiptCheckForm {...asked} />
        </Card>
        <ReceiptFileForm />
      </div>
    </PublicPage>
  );
}
