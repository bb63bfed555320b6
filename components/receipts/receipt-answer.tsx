import { Card } from '@/components/ui/card';
import { DefinitionList } from '@/components/ui/definition-list';
import { NoticeBox } from '@/components/ui/notice-box';
import { TextLink } from '@/components/ui/text-link';
import type { ReceiptFacts } from '@/lib/receipts/data';
import { routes } from '@/lib/routes';
import { useT } from '@/lib/text/use-t';
import { ReceiptFileForm } from './receipt-file-form';
import { receiptItems } from './receipt-items';

type ReceiptAnswerProps = {
  answer: { kind: 'genuine'; receipt: ReceiptFacts } | { kind: 'limited'; minutes: number };
};

/** The answer about a receipt number: its facts, never the content; or that there were too many requests. */
export function ReceiptAnswer({ answer }: ReceiptAnswerProps) {
  const t = useT();
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
