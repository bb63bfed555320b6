import 'server-only';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { defaultLanguage, type OtherLanguage } from './languages';

export const languageSettingsSchema = z.object({
  /** The language in which the portal speaks, as a BCP 47 tag. */
  PORTAL_LANGUAGE: z.stringFormat('language', /^([a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*)?$/).default(''),
  /** The folder of the catalogues of other languages: `en.json`, or a folder `en` with one file for each namespace. */
  CATALOGUE_FOLDER: z.string().default(''),
});

/** Catalogues that the project ships with lie beside the default one. */
const shippedFolder = 'lib/text';

const catalogueShape = z.record(z.string(), z.json());

function parseCatalogue(file: string) {
  return catalogueShape.parse(JSON.parse(readFileSync(/* turbopackIgnore: true */ file, 'utf8')));
}

const camelCase = (name: string) => name.replaceAll(/-(\w)/g, (_, initial: string) => initial.toUpperCase());

function readNamespaces(folder: string) {
  const files = readdirSync(/* turbopackIgnore: true */ folder).filter((file) => file.endsWith('.json'));
  const read = files.map((file) => [camelCase(path.basename(file, '.json')), parseCatalogue(path.join(folder, file))]);
  return Object.fromEntries(read);
}

function readSentences(language: string, folder: string): OtherLanguage['sentences'] {
  const place = path.resolve(/* turbopackIgnore: true */ folder, language);
  if (existsSync(/* turbopackIgnore: true */ `${place}.json`)) return parseCatalogue(`${place}.json`);
  if (existsSync(/* turbopackIgnore: true */ place)) return readNamespaces(place);
  throw new Error(`PORTAL_LANGUAGE is ${language}, but there is neither ${place}.json nor a folder ${place}`);
}

function readLanguage(): OtherLanguage | null {
  const { PORTAL_LANGUAGE: language, CATALOGUE_FOLDER: folder } = languageSettingsSchema.parse(process.env);
  if (language === '' || language === defaultLanguage) return null;
  return { language, sentences: readSentences(language, folder || shippedFolder) };
}

let read: { other: OtherLanguage | null } | undefined;

/**
 * The language of the portal where it is not the default one, with the sentences that it has. It is a setting and asks
 * no request, so that the public pages can be kept for everybody; it is read once by each process.
 */
export function otherLanguage(): OtherLanguage | null {
  read ??= { other: readLanguage() };
  return read.other;
}
