import type { OtherLanguage } from './languages';
import words from './zh-CN/failure.json';

export type FailureKey = `failure.${keyof typeof words}`;

/**
 * What is said in the place of a page that failed. Every page carries it along, and not the whole catalogue: where the
 * network is down, nothing more can be fetched.
 */
export function failureSentence(key: FailureKey, other: OtherLanguage | null, reference = ''): string {
  const name = key.slice('failure.'.length) as keyof typeof words;
  return (other?.sentences.failure?.[name] ?? words[name]).replace('{reference}', reference);
}
