import { useT } from '@/lib/text/use-t';

/** Shown by styles alone, and only in browsers older than Chromium 86, which may be unable to run any script. */
export function BrowserNotice() {
  const t = useT();
  return <p className="browser-notice">{t('layout.oldBrowser')}</p>;
}
