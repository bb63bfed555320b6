import {
  type EntryForm,
  type EntryKey,
  type FormField,
  fieldsOfKind,
  reasonLimit,
  type Section,
  sectionLimit,
  shortParts,
  ticksUnder,
} from '@/lib/domain/report/entry';

/** The ticks that may take the place of a section; beside these, the tick of another section may excuse it, whose key is named then. */
export const ownConfirmations = ['tick', 'tick-with-reason'] as const;
export const noConfirmation = 'none';

/** A section of a plan's own form, as the coordinator edits it. */
export type FormSection = {
  key: Section;
  label: string;
  hint: string;
  limit: number;
  required: boolean;
  publicByDefault: boolean;
  /** One of `ownConfirmations`, `noConfirmation`, or the key of the section whose tick excuses this one too. */
  confirmation: string;
  /** The words beside the own tick, '' where there is none. */
  tickLabel: string;
};

/** A plan's own form, as the coordinator edits it; `light` says whether each task has a light. */
export type PlanForm = { light: boolean; sections: readonly FormSection[] };

/** The key of a ready section, 需领导协调事项: not public, and it may stay empty. */
export const coordinationKey = 'coordination';

/** Says whether a section has a tick of its own. */
export function hasOwnTick({ confirmation }: Pick<FormSection, 'confirmation'>): boolean {
  return ownConfirmations.some((own) => own === confirmation);
}

/** The key of a section's tick; the notice's form names its ticks by the same rule. */
const tickOf = (section: Section): EntryKey => `no${section.charAt(0).toUpperCase()}${section.slice(1)}`;
const reasonOf = (section: Section): EntryKey => `${tickOf(section)}Reason`;

/** The tick that excuses a section from being written, or null. */
function excuseIn(section: FormSection, { sections }: PlanForm): EntryKey | null {
  if (hasOwnTick(section)) return tickOf(section.key);
  const other = sections.find(({ key }) => key === section.confirmation);
  return other && hasOwnTick(other) ? tickOf(other.key) : null;
}

function fieldsOf(section: FormSection, form: PlanForm): FormField[] {
  const { key, label, hint, limit, required, publicByDefault, tickLabel } = section;
  const unless = excuseIn(section, form);
  const fields: FormField[] = [
    {
      ...{ kind: 'section', key, label, limit, required, publicByDefault },
      ...(hint && { hint }),
      ...(unless && { unless }),
    },
  ];
  if (hasOwnTick(section)) fields.push({ kind: 'tick', key: tickOf(key), label: tickLabel, under: key });
  if (section.confirmation === 'tick-with-reason')
    fields.push({ kind: 'reason', key: reasonOf(key), limit: reasonLimit, of: tickOf(key) });
  return fields;
}

/** Gives the form that a plan keeps: the light first, then each section with its tick and the reason for it. */
export function formOfPlan(form: PlanForm): EntryForm {
  const light: FormField[] = form.light ? [{ kind: 'light', key: 'light' }] : [];
  return { fields: [...light, ...form.sections.flatMap((section) => fieldsOf(section, form))] };
}

/** Gives a form for editing; `labelOf` names its fields, which the notice's form does not do itself. */
export function planFormOf(form: EntryForm, labelOf: (key: EntryKey) => string): PlanForm {
  const sections = fieldsOfKind('section', form).map((field): FormSection => {
    const [own] = ticksUnder(field.key, form);
    const excuse = fieldsOfKind('tick', form).find(({ key }) => key === field.unless);
    const confirmed = own?.reason ? 'tick-with-reason' : 'tick';
    return {
      key: field.key,
      label: labelOf(field.key),
      hint: field.hint ?? '',
      limit: field.limit,
      required: field.required,
      publicByDefault: field.publicByDefault,
      confirmation: own ? confirmed : (excuse?.under ?? noConfirmation),
      tickLabel: own ? labelOf(own.tick) : '',
    };
  });
  return { light: shortParts(form).length > 0, sections };
}

/** Gives a blank section under a key that no other one has. */
export function blankSection(sections: readonly Pick<FormSection, 'key'>[]): FormSection {
  const taken = new Set(sections.map(({ key }) => key));
  let number = 1;
  while (taken.has(`part${number}`)) number += 1;
  return {
    ...{ key: `part${number}`, label: '', hint: '', limit: sectionLimit, required: true, publicByDefault: false },
    ...{ confirmation: noConfirmation, tickLabel: '' },
  };
}

export type SectionFault = { index: number; field: keyof FormSection; fault: 'required' | 'name-twice' | 'not-valid' };

/**
 * Gives what keeps sections from being a form, each at its field: a key or a label twice, a tick without words, and a
 * confirmation under a section that has no tick of its own.
 */
export function faultsOfSections(sections: readonly FormSection[]): SectionFault[] {
  return sections.flatMap((section, index) => {
    const isEarlier = (field: 'key' | 'label') =>
      sections.slice(0, index).some((other) => other[field] === section[field]);
    const other = sections.find(({ key }) => key === section.confirmation);
    const isKnown = section.confirmation === noConfirmation || hasOwnTick(section) || (other && hasOwnTick(other));
    return [
      ...(isEarlier('key') ? [{ index, field: 'key', fault: 'not-valid' } as const] : []),
      ...(isEarlier('label') ? [{ index, field: 'label', fault: 'name-twice' } as const] : []),
      ...(hasOwnTick(section) && section.tickLabel === ''
        ? [{ index, field: 'tickLabel', fault: 'required' } as const]
        : []),
      ...(isKnown ? [] : [{ index, field: 'confirmation', fault: 'not-valid' } as const]),
    ];
  });
}
