import {
  type EntryContent,
  type EntryForm,
  type EntryKey,
  fieldsOfKind,
  findField,
  noticeForm,
  type Section,
} from '@/lib/domain/report/entry';
import { excuseOf, sectionSays } from '@/lib/domain/report/section-says';
import { rhythmWords } from './rhythm-words';
import type { Translate } from './translator';
import type fields from './zh-CN/fields.json';

type NoticeKey = keyof typeof fields;
/** A tick of the notice's form, for which the catalogue has sentences. */
export type NoticeTick = Extract<NoticeKey, 'noProgress' | 'noProblems'>;

const isNoticed = (key: EntryKey): key is NoticeKey => findField(key, noticeForm) !== undefined;

/** The words by which the sentences of the notice's form name the period. */
export const formWords = (t: Translate, { rhythm = 'quarterly' }: EntryForm) => rhythmWords(t, rhythm);

/** Gives the name of a field: the plan's own label, or that of the notice's form in the catalogue. */
export function fieldLabel(t: Translate, form: EntryForm, key: EntryKey): string {
  const field = findField(key, form);
  if (field?.label !== undefined) return field.label;
  if (isNoticed(key)) return t(`fields.${key}`, formWords(t, form));
  if (field?.kind === 'reason') return t('planForm.words.reasonOf', { confirmation: fieldLabel(t, form, field.of) });
  return t('planForm.words.removed');
}

/** Says beneath a confirmation which sections it excuses. */
export function tickHint(t: Translate, form: EntryForm, tick: EntryKey): string {
  const names = fieldsOfKind('section', form)
    .filter(({ unless }) => unless === tick)
    .map(({ key }) => t('planForm.words.quoted', { name: fieldLabel(t, form, key) }));
  const hasReason = fieldsOfKind('reason', form).some(({ of }) => of === tick);
  const sections = names.join(t('planForm.words.and'));
  return t(hasReason ? 'planForm.words.tickWithReason' : 'planForm.words.tick', { sections });
}

/** Gives the content of a field in words; '' for an empty one. */
export function contentWords(t: Translate, form: EntryForm, key: EntryKey, content: unknown): string {
  switch (findField(key, form)?.kind) {
    case 'tick':
      return t(content ? 'autosave.ticked' : 'autosave.notTicked');
    case 'light':
      return content ? t(`progressLights.${content as 'normal'}`) : '';
    default:
      return String(content ?? '');
  }
}

const shorter = { light: null } as const;

/** The name of a part where there is little room: the head of a column. */
export function shortName(t: Translate, form: EntryForm, part: EntryKey): string {
  return part in shorter ? t(`shortFields.${part as keyof typeof shorter}`) : fieldLabel(t, form, part);
}

/** Gives a confirmation in the words of a plan's own form; null where it is the notice's, for which each desk has its sentence. */
export function ownConfirmation(
  t: Translate,
  form: EntryForm,
  { tick, reason }: { tick: EntryKey; reason: string },
): string | null {
  const confirmation = findField(tick, form)?.label;
  if (confirmation === undefined) return null;
  return reason === ''
    ? t('planForm.words.confirmed', { confirmation })
    : t('planForm.words.confirmedBecause', { confirmation, reason });
}

/** Says in the words of a plan's own form that a section has nothing to say, because of a confirmation under another one. */
export function ownNothingDue(t: Translate, form: EntryForm, section: Section): string | null {
  const confirmation = findField(excuseOf(section, form) ?? '', form)?.label;
  return confirmation === undefined ? null : t('planForm.words.nothingDue', { confirmation });
}

/** Gives the public text of a section of a published entry: its own, or the confirmation in its place. */
export function publishedWords(t: Translate, entry: EntryContent, section: Section, form: EntryForm): string {
  const { confirmed, text } = sectionSays(entry, section, form);
  if (confirmed)
    return ownConfirmation(t, form, confirmed) ?? t(`public.task.${confirmed.tick as NoticeTick}`, formWords(t, form));
  return text || t('public.task.nothingWritten');
}
