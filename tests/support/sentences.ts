import { catalogue } from '@/lib/text/zh-CN/catalogue';

type Sentences = { [key: string]: string | Sentences };

function sentencesIn(part: Sentences, prefix = ''): [string, string][] {
  return Object.entries(part).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${prefix}${key}`, value] as [string, string]]
      : sentencesIn(value, `${prefix}${key}.`),
  );
}

/** Every sentence of the catalogue with its key. */
export const sentences = sentencesIn(catalogue);
