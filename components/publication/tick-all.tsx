import { Button } from '@/components/ui/button';
import { useT } from '@/lib/text/use-t';

/** Ticks every report of its form; without scripts each box is ticked by itself. */
export function TickAll() {
  const t = useT();
  return (
    <Button
      variant="secondary"
      className="justify-self-start noscript:hidden"
      onClick={(event) => {
        const boxes = event.currentTarget.form?.querySelectorAll<HTMLInputElement>('input[data-report-box]') ?? [];
        for (const box of boxes) box.checked = true;
      }}
    >
      {t('publication.tickAll')}
    </Button>
  );
}
