import type { Metadata } from 'next';
import { PublicPage } from '@/components/plans/public-page';
import { ReceiptCheckForm } from '@/components/receipts/receipt-check-form';
import { Card } from '@/components/ui/card';
import { NoticeBox } from '@/components/ui/notice-box';
import { loadSiteIdentity } from '@/lib/plans/loaders';
import { routes } from '@/lib/routes';
import { getT } from '@/lib/text/get-t';

export function generateMetadata(): Metadata {
  const t = getT();
  return { title: t('receipts.check.result') };
}

/** Worded without alarm, because the number may only have been mistyped. */
export default async function NoSuchReceipt() {
  const t = getT();
  return (
    <PublicPage
      identity={await loadSiteIdentity()}
      title={t('receipts.check.result')}
      trail={[{ label: t('receipts.check.title'), href: routes.receiptCheck() }]}
    >
      <div className="grid gap-6">
        <NoticeBox tone="danger" title={t('receipts.check.unknown')}>
          <p>{t('receipts.check.unknownHint')}</p>
        </NoticeBox>
        <Card>
          <ReceiptCheckForm />
        </Card>
      </div>
    </PublicPage>
  );
}
