import type { Translate } from './translator';

/** The office to ask about a plan, and its telephone, '' where the notice gives none. */
export type Contact = { office: string; phone: string };

/** The office to ask, with its telephone where that is known. */
export function contactWords(t: Translate, { office, phone }: Contact): string {
  return t('layout.contact', { office, phone: phone || 'none' });
}
