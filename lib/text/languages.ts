import type { PartialCatalogue } from './zh-CN/catalogue';

/** A language as a BCP 47 tag: what stands in `<html lang>`, and what a catalogue's file is called after. */
export type Language = string;

/** The language in which every sentence exists; another one borrows from it what it lacks. */
export const defaultLanguage = 'zh-CN';

/** A language beside the default one, with the sentences that it has. */
export type OtherLanguage = { language: Language; sentences: PartialCatalogue };
