import { useT } from '@/lib/text/use-t';

/** Every page's content has this id, so that the skip link finds it. */
export const contentId = 'content';

export function SkipLink() {
  const t = useT();
  return (
    <a href={`#${contentId}`} className="skip-link">
      {t('layout.skipToContent')}
    </a>
  );
}
