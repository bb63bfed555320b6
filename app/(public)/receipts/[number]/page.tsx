import { PublicPage } from '@/components/plans/public-page';
import { ReceiptAnswer } from '@/components/receipts/receipt-answer';
import { loadSiteIdentity } from '@/lib/plans/loaders';
import { loadReceiptCheck } from '@/lib/receipts/loaders';
import { routes } from '@/lib/routes';
import { getT } from '@/lib/text/get-t';
import { pageMetadata } from '../../page-metadata';

export function generateMetadata() {
  const t = getT();
  return {
    ...pageMetadata({ title: t('receipts.check.result'), column: t('receipts.check.title') }),
    robots: { index: false },
  };
}

/** `/receipts/[number]`: confirms that a receipt is genuine, with its facts; 404 for an unknown number. */
export default async function CheckedReceiptPage({ params }: PageProps<'/receipts/[number]'>) {
  const t = getT();
  const [answer, identity] = await Promise.all([loadReceiptCheck((await params).number), loadSiteIdentity()]);
  return (
    <PublicPage
      identity={identity}
      title={t('receipts.check.result')}
      trail={[{ label: t('receipts.check.title'), href: routes.receiptCheck() }]}
    >
      <ReceiptAnswer answer={answer} />
    </PublicPage>
  );
}
