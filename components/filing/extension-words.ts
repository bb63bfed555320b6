import { formatDateWithWeekday, formatInstant } from '@/lib/messages/format';
import { t } from '@/lib/messages/translator';
import type { ExtensionFacts } from './report-facts';

/** What became of a request for an extension, in one sentence. */
export function extensionWords({ outcome, proposedOn, grantedDueOn, requestedAt }: ExtensionFacts): string {
  const proposed = formatDateWithWeekday(proposedOn);
  if (outcome === null) return t('filing.extension.pending', { at: formatInstant(requestedAt), proposed });
  if (outcome === 'refused' || grantedDueOn === null) return t('filing.extension.refused', { proposed });
  return t(`filing.extension.${outcome}`, { proposed, granted: formatDateWithWeekday(grantedDueOn) });
}
