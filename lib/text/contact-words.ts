import type { Contact } from '@/lib/plans/loaders';
import type { Translate } from './translator';

/** The office to ask, with its telephone where that is known. */
export function contactWords(t: Translate, { office, phone }: Contact): string {
  return t('layout.contact', { office, phone: phone || 'none' });
}
