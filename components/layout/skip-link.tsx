import { t } from '@/lib/text/translator';

/** Every page's content has this id, so that the skip link finds it. */
export const contentId = 'content';

export function SkipLink() {
  return (
    <a href={`#${contentId}`} className="skip-link">
      {t('site.skipToContent')}
    </a>
  );
}
