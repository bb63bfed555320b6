import { createTranslator } from 'use-intl/core';
import { catalogue } from '#text/catalogue';
import { portalZone } from '@/lib/domain/calendar/civil-date';
import { defaultLanguage, type Language, type OtherLanguage } from './languages';
import type { PartialCatalogue } from './zh-CN/catalogue';

declare module 'use-intl/core' {
  interface AppConfig {
    Locale: Language;
    Messages: typeof catalogue;
  }
}

const translators = new Map<Language, Translate>();

type Sentences = { [key: string]: string | Sentences };

function completed(whole: Sentences, part: Partial<Sentences>): Sentences {
  const pairs = Object.entries(whole).map(([key, sentence]): [string, string | Sentences] => {
    const own = part[key];
    if (typeof sentence === 'string') return [key, typeof own === 'string' ? own : sentence];
    return [key, typeof own === 'object' ? completed(sentence, own) : sentence];
  });
  return Object.fromEntries(pairs);
}

/** Adds the sentences of desks whose scripts are loaded later than the others; those that are there stay. */
export function addSentences(part: Sentences): void {
  const whole: Sentences = catalogue;
  for (const [namespace, sentences] of Object.entries(part))
    whole[namespace] = Object.assign({}, sentences, whole[namespace]) as Sentences;
  translators.clear();
}

const withDefaults = (sentences: PartialCatalogue) => completed(catalogue, sentences) as typeof catalogue;

const create = (locale: Language, messages: typeof catalogue) =>
  createTranslator({
    locale,
    messages,
    timeZone: portalZone,
    onError(error) {
      throw error;
    },
  });

/** Says a sentence of the catalogue: keys are typed, a key that is missing or lacks a value throws. */
export type Translate = ReturnType<typeof create>;

/** The translator of a language, made once. What another language does not say is said in the default one. */
export function translatorFor(other: OtherLanguage | null = null): Translate {
  const language = other?.language ?? defaultLanguage;
  const known = translators.get(language);
  if (known) return known;
  const made = create(language, other ? withDefaults(other.sentences) : catalogue);
  translators.set(language, made);
  return made;
}
