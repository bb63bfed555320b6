import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/field';
import { routes } from '@/lib/routes';
import { useT } from '@/lib/text/use-t';

type ReceiptCheckFormProps = { typed?: string; isInvalid?: boolean };

/** Asks for a receipt number; a plain form, which works without scripts. */
export function ReceiptCheckForm({ typed = '', isInvalid = false }: ReceiptCheckFormProps) {
  const t = useT();
  return (
    <form action={routes.receiptCheck()} className="grid max-w-text gap-4">
      <TextField
        label={t('filing.receipt.number')}
        name="number"
        hint={t('receipts.check.numberHint')}
        error={isInvalid ? t('receipts.check.invalid') : undefined}
        defaultValue={typed}
        maxLength={100}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        className="font-mono"
      />
      <Button type="submit" className="justify-self-start">
        {t('receipts.check.submit')}
      </Button>
    </form>
  );
}
