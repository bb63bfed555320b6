/** The progress of a task at a glance (进度灯). */
export const progressLights = ['normal', 'attention', 'blocked', 'completed'] as const;
export type ProgressLight = (typeof progressLights)[number];

/** Characters that a section and the reason for no progress may hold: the columns of Entry have the same bounds. */
export const sectionLimit = 3000;
const reasonLimit = 500;

/**
 * The fields of an entry under the notice of 2020, in the order in which the editor shows them: the four sections 工作进展情况、存在问题、取得成效、下一步工作, the confirmations that stand in their place, a light.
 * Schemas, columns, comparisons, documents and public pages follow this table; names stand in the catalogue under `fields`.
 */
const noticeFields = [
  { key: 'light', kind: 'light' },
  { key: 'noProgress', kind: 'tick', under: 'progress' },
  { key: 'noProgressReason', kind: 'reason', limit: reasonLimit, of: 'noProgress' },
  { key: 'progress', kind: 'section', limit: sectionLimit, unless: 'noProgress', publicByDefault: true },
  { key: 'problems', kind: 'section', limit: sectionLimit, unless: 'noProblems', publicByDefault: false },
  { key: 'noProblems', kind: 'tick', under: 'problems' },
  { key: 'results', kind: 'section', limit: sectionLimit, unless: 'noProgress', publicByDefault: true },
  { key: 'nextSteps', kind: 'section', limit: sectionLimit, publicByDefault: false },
] as const;

type Listed = (typeof noticeFields)[number];
/** The keys of the fields of one kind. */
export type KeyOfKind<Kind extends FieldKind> = Extract<Listed, { kind: Kind }>['key'];

/** The content of a field by its kind. */
type ContentOf = { section: string; tick: boolean; reason: string; light: ProgressLight | null };
export type FieldKind = keyof ContentOf;

export type EntryContent = { [Field in Listed as Field['key']]: ContentOf[Field['kind']] };
export type EntryKey = keyof EntryContent;
export type FieldContent = EntryContent[EntryKey];

export type Section = KeyOfKind<'section'>;
export type Tick = KeyOfKind<'tick'>;
/** A field that can be missing: everything but a tick. */
export type EntryField = Exclude<EntryKey, Tick>;
/** A field that is read by itself; a tick and its reason are read with their section. */
export type ReadPart = Exclude<EntryKey, Tick | KeyOfKind<'reason'>>;
/** A part that may be given to the public. */
export type PublicPart = Extract<Listed, { publicByDefault: boolean }>['key'];

/** A text of the entry, required unless a tick excuses it. */
type SectionField = { kind: 'section'; key: Section; limit: number; unless?: Tick; publicByDefault: boolean };
/** A confirmation that there is nothing to report, read under one section. */
type TickField = { kind: 'tick'; key: Tick; under: Section };
/** The reason for a tick, required where that is set. */
type ReasonField = { kind: 'reason'; key: KeyOfKind<'reason'>; limit: number; of: Tick };
type LightField = { kind: 'light'; key: KeyOfKind<'light'> };
export type FormField = SectionField | TickField | ReasonField | LightField;

/** The fields of an entry in the order in which the form asks for them. */
export type EntryForm = { fields: readonly FormField[] };

/** The form of the notice: four sections with their confirmations, and a light. */
export const noticeForm: EntryForm = { fields: noticeFields };

type FieldOf<Kind extends FieldKind> = Extract<FormField, { kind: Kind }>;

/** The fields of one kind, in the order of the form. */
export function fieldsOfKind<Kind extends FieldKind>(kind: Kind, form: EntryForm = noticeForm): FieldOf<Kind>[] {
  return form.fields.filter((field): field is FieldOf<Kind> => field.kind === kind);
}

/** The keys of all fields, in the order of the form. */
export function entryKeys(form: EntryForm = noticeForm): EntryKey[] {
  return form.fields.map(({ key }) => key);
}

/** The definition of a field; a key that the form has not is a fault of the program. */
export function fieldOfKey(key: EntryKey, form: EntryForm = noticeForm): FormField {
  const field = form.fields.find((one) => one.key === key);
  if (!field) throw new Error(`the form has no field ${key}`);
  return field;
}

/** The sections of a form, in its order. */
export function sectionsOf(form: EntryForm = noticeForm): Section[] {
  return fieldsOfKind('section', form).map(({ key }) => key);
}

/** The four parts that the notice asks for, in its order. */
export const sections: readonly Section[] = sectionsOf();

const isReadAlone = (field: FormField): field is Extract<FormField, { key: ReadPart }> =>
  field.kind !== 'tick' && field.kind !== 'reason';

/** The parts of an entry that are read, in the order of the form. */
export function readParts(form: EntryForm = noticeForm): ReadPart[] {
  return form.fields.filter(isReadAlone).map(({ key }) => key);
}

/** A part that is a word or a mark instead of a text. */
export type ShortPart = Exclude<ReadPart, Section>;

/** The parts that are no texts, in the order of the form. */
export function shortParts(form: EntryForm = noticeForm): ShortPart[] {
  const texts: readonly EntryKey[] = sectionsOf(form);
  return readParts(form).filter((part): part is ShortPart => !texts.includes(part));
}

const isPublic = (field: FormField): field is Extract<FormField, { publicByDefault: boolean }> =>
  'publicByDefault' in field;

/** The parts that may go out, in the order of the form. */
export function publicParts(form: EntryForm = noticeForm): PublicPart[] {
  return form.fields.filter(isPublic).map(({ key }) => key);
}

/** The parts that go out unless something else is chosen; the others stay internal. */
export function publicByDefault(form: EntryForm = noticeForm): PublicPart[] {
  return form.fields
    .filter(isPublic)
    .filter((field) => field.publicByDefault)
    .map(({ key }) => key);
}

/** The ticks that are read under a part, each with the reason that belongs to it. */
export function ticksUnder(
  part: ReadPart,
  form: EntryForm = noticeForm,
): { tick: Tick; reason: FieldOf<'reason'>['key'] | null }[] {
  return fieldsOfKind('tick', form)
    .filter(({ under }) => under === part)
    .map(({ key }) => ({
      tick: key,
      reason: fieldsOfKind('reason', form).find(({ of }) => of === key)?.key ?? null,
    }));
}

/** A part with everything that is read with it: its own text or value, the ticks under it and their reasons. */
export function fieldsOfPart(part: ReadPart, form: EntryForm = noticeForm): EntryKey[] {
  const beside = ticksUnder(part, form).flatMap(({ tick, reason }) => (reason ? [tick, reason] : [tick]));
  return [part, ...beside];
}

const emptyContent: ContentOf = { section: '', tick: false, reason: '', light: null };

/** The content of a field in which nobody has written. */
export function emptyOf(field: FormField): FieldContent {
  return emptyContent[field.kind];
}

/** An entry in which nobody has written. */
export function emptyEntry(form: EntryForm = noticeForm): EntryContent {
  return Object.fromEntries(form.fields.map((field) => [field.key, emptyOf(field)])) as EntryContent;
}

const textIn = (value: unknown) => String(value ?? '').replace(/\r\n?/g, '\n');

const readTyped: { [Kind in FieldKind]: (value: unknown) => ContentOf[Kind] } = {
  section: textIn,
  reason: textIn,
  tick: (value) => value === 'on',
  light: (value) => (value || null) as ProgressLight | null,
};

/** The value of a field in an HTML form: text with LF at the end of a line, 'on' for a tick, '' while nothing is chosen. */
export function typedContent(field: FormField, value: unknown): FieldContent {
  return readTyped[field.kind](value);
}
