import type { KeptText } from '@/components/forms/kept-texts/kept-texts';
import type { StoredField } from './field-states';

/**
 * Says what a kept text of a field is beside the stored one: `overtaken` where the stored text is the same or was typed
 * after it in the same window, `next` where it was typed from the stored text, `beside` where somebody has stored
 * another text since.
 *
 * A window sends a text again, unchanged, until it is answered, and keeps every text with the unanswered one before it.
 * So a newer text of the same window is the unanswered one, from which the kept text was typed on, or it was typed after
 * the kept text.
 */
export function keptOutcome(
  kept: Pick<KeptText, 'content' | 'base' | 'sent' | 'tabId'>,
  stored: Pick<StoredField, 'content' | 'version' | 'tabId'>,
): 'overtaken' | 'next' | 'beside' {
  if (kept.content === stored.content) return 'overtaken';
  if (Number(kept.base) === stored.version || kept.sent?.content === stored.content) return 'next';
  return kept.tabId === stored.tabId && Number(kept.base) < stored.version ? 'overtaken' : 'beside';
}
