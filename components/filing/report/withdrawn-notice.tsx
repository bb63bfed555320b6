import { NoticeBox } from '@/components/ui/notice-box';
import { useT } from '@/lib/text/use-t';

/** Says that a withdrawn version counts as not filed, so that nobody takes the report for filed. */
export function WithdrawnNotice({ number }: { number: number }) {
  const t = useT();
  return (
    <NoticeBox tone="warning" title={t('filing.withdrawn.title', { number })}>
      <p>{t('filing.withdrawn.hint')}</p>
    </NoticeBox>
  );
}
