import type { OtherLanguage } from './languages';
import words from './zh-CN/failure.json';

export type FailureKey = `failure.${keyof typeof words}`;

/**
 * The sentences of a page that failed. Every page carries these few instead of the whole catalogue, because nothing
 * can be fetched while the network is down.
 */
export function failureSentence(key: FailureKey, other: OtherLanguage | null, reference = ''): string {
  const name = key.slice('failure.'.length) as keyof typeof words;
  return (other?.sentences.failure?.[name] ?? words[name]).replace('{reference}', reference);
}
