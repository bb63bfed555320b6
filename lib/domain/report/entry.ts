import { type PeriodCode, type Rhythm, rhythmOf } from '@/lib/domain/calendar/period';

/** The progress of a task at a glance (进度灯). */
export const progressLights = ['normal', 'attention', 'blocked', 'completed'] as const;
export type ProgressLight = (typeof progressLights)[number];

/** Characters that a section of the notice's form, and the reason for no progress, may hold. */
export const sectionLimit = 3000;
export const reasonLimit = 500;

/** The key of a field of a form. */
export type EntryKey = string;
/** The key of a section. */
export type Section = EntryKey;

/** The content of a field by its kind. */
type ContentOf = { section: string; tick: boolean; reason: string; light: ProgressLight | null };
export type FieldKind = keyof ContentOf;
export type FieldContent = string | boolean | null;

/**
 * An entry, as far as its form is concerned: each field by its key, and beside them whatever else is known of the entry.
 * A field in which nobody has written may be absent; `textOf`, `isTicked` and `contentOf` read it.
 */
export type EntryContent = { readonly [key: EntryKey]: unknown };

/** A field of a plan's own form has its own label; the notice's form has its labels in the catalogue, under `fields`. */
type Named = { key: EntryKey; label?: string };
/** A text of the entry; a required one must be written unless a tick excuses it. */
type SectionField = Named & {
  kind: 'section';
  hint?: string;
  limit: number;
  required: boolean;
  unless?: EntryKey;
  publicByDefault: boolean;
};
/** A confirmation that there is nothing to report, read under one section. */
type TickField = Named & { kind: 'tick'; under: Section };
/** The reason for a tick, required where that is set. */
type ReasonField = Named & { kind: 'reason'; limit: number; of: EntryKey };
type LightField = Named & { kind: 'light' };
export type FormField = SectionField | TickField | ReasonField | LightField;

/**
 * The fields of an entry in the order in which the form asks for them. The notice's form, whose labels lie in the catalogue,
 * says with the rhythm of its plan how long its periods are; quarters where it says nothing.
 */
export type EntryForm = { fields: readonly FormField[]; rhythm?: Rhythm };

/**
 * The form of the notice of 2020: the four sections 工作进展情况、存在问题、取得成效、下一步工作, the confirmations that stand in their
 * place, a light. Schemas, comparisons, documents and public pages follow the form of a plan; this is the form of a plan that has no own one.
 */
export const noticeForm: EntryForm = {
  fields: [
    { key: 'light', kind: 'light' },
    { key: 'noProgress', kind: 'tick', under: 'progress' },
    { key: 'noProgressReason', kind: 'reason', limit: reasonLimit, of: 'noProgress' },
    {
      key: 'progress',
      kind: 'section',
      limit: sectionLimit,
      required: true,
      unless: 'noProgress',
      publicByDefault: true,
    },
    {
      key: 'problems',
      kind: 'section',
      limit: sectionLimit,
      required: true,
      unless: 'noProblems',
      publicByDefault: false,
    },
    { key: 'noProblems', kind: 'tick', under: 'problems' },
    {
      key: 'results',
      kind: 'section',
      limit: sectionLimit,
      required: true,
      unless: 'noProgress',
      publicByDefault: true,
    },
    { key: 'nextSteps', kind: 'section', limit: sectionLimit, required: true, publicByDefault: false },
  ],
};

/** Gives the form of the notice for a plan of a rhythm. */
export function noticeFormOf(rhythm: Rhythm): EntryForm {
  return rhythm === 'quarterly' ? noticeForm : { fields: noticeForm.fields, rhythm };
}

/** Says whether a form is a plan's own, and not that of the notice. */
export const isOwnForm = ({ fields }: EntryForm): boolean => fields !== noticeForm.fields;

/** The form by which something was filed or published: that of its plan, or that of the notice for its period. */
export function formOf({ form, quarter }: { form?: EntryForm | null; quarter?: PeriodCode }): EntryForm {
  return form ?? noticeFormOf(quarter ? rhythmOf(quarter) : 'quarterly');
}

type FieldOf<Kind extends FieldKind> = Extract<FormField, { kind: Kind }>;

/** The fields of one kind, in the order of the form. */
export function fieldsOfKind<Kind extends FieldKind>(kind: Kind, form: EntryForm): FieldOf<Kind>[] {
  return form.fields.filter((field): field is FieldOf<Kind> => field.kind === kind);
}

/** The keys of all fields, in the order of the form. */
export function entryKeys(form: EntryForm): EntryKey[] {
  return form.fields.map(({ key }) => key);
}

/** The definition of a field; undefined for a key that the form has not. */
export function findField(key: EntryKey, form: EntryForm): FormField | undefined {
  return form.fields.find((field) => field.key === key);
}

/** The sections of a form, in its order. */
export function sectionsOf(form: EntryForm): Section[] {
  return fieldsOfKind('section', form).map(({ key }) => key);
}

/** Sorts what is about sections in the order of a form: about none first, about one that it has no longer last. */
export function bySection<Item extends { section: Section | null }>(items: readonly Item[], form: EntryForm): Item[] {
  const known = sectionsOf(form);
  const placeOf = ({ section }: Item) => {
    const place = section === null ? -1 : known.indexOf(section);
    return section !== null && place < 0 ? known.length : place;
  };
  return [...items].sort((a, b) => placeOf(a) - placeOf(b));
}

/** The keys of the fields that are typed as texts, in the order of the form. */
export function textKeys(form: EntryForm): EntryKey[] {
  return form.fields.filter(({ kind }) => kind === 'section' || kind === 'reason').map(({ key }) => key);
}

/** The parts of an entry that are read by themselves, in the order of the form; a tick and its reason are read with their section. */
export function readParts(form: EntryForm): EntryKey[] {
  return form.fields.filter(({ kind }) => kind === 'section' || kind === 'light').map(({ key }) => key);
}

/** The parts that are a mark instead of a text, in the order of the form. */
export function shortParts(form: EntryForm): EntryKey[] {
  return fieldsOfKind('light', form).map(({ key }) => key);
}

/** The sections that go out unless something else is chosen; the others stay internal. */
export function publicByDefault(form: EntryForm): Section[] {
  return fieldsOfKind('section', form)
    .filter((field) => field.publicByDefault)
    .map(({ key }) => key);
}

/** The ticks that are read under a part, each with the reason that belongs to it. */
export function ticksUnder(part: EntryKey, form: EntryForm): { tick: EntryKey; reason: EntryKey | null }[] {
  return fieldsOfKind('tick', form)
    .filter(({ under }) => under === part)
    .map(({ key }) => ({
      tick: key,
      reason: fieldsOfKind('reason', form).find(({ of }) => of === key)?.key ?? null,
    }));
}

/** A part with everything that is read with it: its own text or value, the ticks under it and their reasons. */
export function fieldsOfPart(part: EntryKey, form: EntryForm): FormField[] {
  const beside = ticksUnder(part, form).flatMap(({ tick, reason }) => (reason ? [tick, reason] : [tick]));
  return [part, ...beside].flatMap((key) => findField(key, form) ?? []);
}

/** The form by which two entries are compared that were filed with different ones: the later form, then what only the earlier one had. */
export function formOfBoth(before: EntryForm, after: EntryForm): EntryForm {
  const gone = before.fields.filter(({ key }) => !findField(key, after));
  return gone.length > 0 ? { ...after, fields: [...after.fields, ...gone] } : after;
}

const emptyContent: ContentOf = { section: '', tick: false, reason: '', light: null };

/** An entry in which nobody has written. */
export function emptyEntry(form: EntryForm): Record<EntryKey, FieldContent> {
  return Object.fromEntries(form.fields.map(({ key, kind }) => [key, emptyContent[kind]]));
}

/** The content of a field; what nobody has written, and a field that came into the form later, is empty. */
export function contentOf(entry: EntryContent, { key, kind }: FormField): FieldContent {
  return (entry[key] ?? emptyContent[kind]) as FieldContent;
}

/** The fields of an entry, and nothing else of it. */
export function contentIn(entry: EntryContent, form: EntryForm): Record<EntryKey, FieldContent> {
  return Object.fromEntries(form.fields.map((field) => [field.key, contentOf(entry, field)]));
}

/** The text of a section or a reason, '' where there is none. */
export function textOf(entry: EntryContent, key: EntryKey): string {
  const content = entry[key];
  return typeof content === 'string' ? content : '';
}

/** Says whether a confirmation is ticked. */
export function isTicked(entry: EntryContent, tick: EntryKey): boolean {
  return entry[tick] === true;
}

/** The light of an entry, null where none is chosen or the form has none. */
export function lightOf(entry: EntryContent, key: EntryKey = 'light'): ProgressLight | null {
  return progressLights.find((light) => light === entry[key]) ?? null;
}

const textIn = (value: unknown) => String(value ?? '').replace(/\r\n?/g, '\n');

const readTyped: { [Kind in FieldKind]: (value: unknown) => FieldContent } = {
  section: textIn,
  reason: textIn,
  tick: (value) => value === 'on',
  light: (value) => (value ? String(value) : null),
};

/** The value of a field in an HTML form: text with LF at the end of a line, 'on' for a tick, '' while nothing is chosen. */
export function typedContent(field: FormField, value: unknown): FieldContent {
  return readTyped[field.kind](value);
}
