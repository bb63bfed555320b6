'use client';

import { Button } from '@/components/ui/button';
import { t } from '@/lib/messages/translator';

export function PrintButton() {
  return (
    <Button variant="secondary" className="noscript:hidden" onClick={() => window.print()}>
      {t('filing.receipt.print')}
    </Button>
  );
}
