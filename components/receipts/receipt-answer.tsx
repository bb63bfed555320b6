import { Card } from '@/components/ui/card';
import { DefinitionList } from '@/components/ui/definition-list';
import { NoticeBox } from '@/components/ui/notice-box';
import { TextLink } from '@/components/ui/text-link';
import type { ReceiptAnswer as Answer } from '@/lib/receipts/data';
import { routes } from '@/lib/routes';
import { useT } from '@/lib/text/use-t';
import { ReceiptCheckForm } from './receipt-check-form';
import { ReceiptFileForm } from './receipt-file-form';
import { receiptItems } from './receipt-items';

/** Worded without alarm, because the number may only have been mistyped. */
function UnknownReceipt() {
  const t = useT();
  return (
    <div className="grid gap-6">
      <NoticeBox tone="danger" title={t('receipts.check.unknown')}>
        <p>{t('receipts.check.unknownHint')}</p>
      </NoticeBox>
      <Card>
        <ReceiptCheckForm />
      </Card>
    </div>
  );
}

/**
 * The answer about a receipt number: its facts, never the content; or that there is none, or were too many requests.
 */
export function ReceiptAnswer({ answer }: { answer: Answer }) {
  const t = useT();
  if (answer.kind === 'unknown') return <UnknownReceipt />;
  if (answer.kind === 'limited') {
    return (
      <NoticeBox tone="warning" title={t('receipts.check.limited')}>
        <p>{t('receipts.check.limitedUntil', { minutes: answer.minutes })}</p>
      </NoticeBox>
    );
  }
  return (
    <div className="grid gap-6">
      <NoticeBox tone="success" title={t('receipts.check.genuine')}>
        <p>{t('receipts.check.compare')}</p>
      </NoticeBox>
      <Card>
        <DefinitionList items={receiptItems(t, answer.receipt)} />
      </Card>
      <ReceiptFileForm />
      <p className="no-print">
        <TextLink href={routes.receiptCheck()}>{t('receipts.check.another')}</TextLink>
      </p>
    </div>
  );
}
