import type { ReportExtension } from '@/lib/extensions/data';
import { formatDateWithWeekday, formatInstant } from '@/lib/text/format';
import type { Translate } from '@/lib/text/translator';

/** Gives the outcome of a request for an extension, or an unrequested extension, in one sentence. */
export function extensionWords(
  t: Translate,
  { outcome, unrequested, proposedOn, grantedDueOn, requestedAt }: ReportExtension,
): string {
  if (unrequested && grantedDueOn)
    return t('filing.extension.unrequested', { granted: formatDateWithWeekday(grantedDueOn) });
  const proposed = formatDateWithWeekday(proposedOn);
  if (outcome === null) return t('filing.extension.pending', { at: formatInstant(requestedAt), proposed });
  if (outcome === 'taken_back') return t('filing.extension.taken_back', { proposed });
  if (outcome === 'refused' || grantedDueOn === null) return t('filing.extension.refused', { proposed });
  return t(`filing.extension.${outcome}`, { proposed, granted: formatDateWithWeekday(grantedDueOn) });
}
