import { parseWithZod } from '@conform-to/zod/v4';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blankSection, type FormSection, faultsOfSections, formOfPlan, planFormOf } from '@/lib/domain/plan/plan-form';
import { missingFields } from '@/lib/domain/report/completeness';
import { contradictionsOf } from '@/lib/domain/report/contradictions';
import { emptyEntry, entryKeys, noticeForm, publicByDefault, sectionsOf } from '@/lib/domain/report/entry';
import { changedParts } from '@/lib/domain/report/entry-difference';
import { typedFields } from '@/lib/schemas/entry';
import { entryFormSchema, formBounds } from '@/lib/schemas/entry-form';
import { planFormSchema } from '@/lib/schemas/plan-form';
import { fieldLabel, ownConfirmation, ownNothingDue, tickHint } from '@/lib/text/entry-words';
import { namedPlanForm } from '@/lib/text/plan-form-words';
import { otherEntry, otherForm, otherSections } from '../support/other-form';
import { t } from '../support/translator';

const labelIn = (form: typeof otherForm) => (key: string) =>
  form.fields.find((field) => field.key === key)?.label ?? '';

describe('a form of another shape', () => {
  test('has its sections in order, each with its tick and the reason behind it', () => {
    expect(entryKeys(otherForm)).toEqual([
      ...['part1', 'noPart1', 'noPart1Reason', 'part2', 'part3', 'noPart3', 'part4', 'coordination'],
    ]);
    expect(publicByDefault(otherForm)).toEqual(['part1', 'part2']);
  });

  test('misses what it requires, and neither a light nor a section that may stay empty', () => {
    expect(missingFields(emptyEntry(otherForm), otherForm)).toEqual(['part1', 'part2', 'part3', 'part4']);
    expect(missingFields(otherEntry, otherForm)).toEqual([]);
    expect(missingFields({ noPart1: true, noPart3: true, part4: '下月' }, otherForm)).toEqual(['noPart1Reason']);
  });

  test('names a text beside its tick, also beside the tick of another section', () => {
    expect(contradictionsOf({ ...otherEntry, noPart1: true }, otherForm)).toEqual([
      { section: 'part1', tick: 'noPart1', kind: 'text-beside-tick' },
      { section: 'part2', tick: 'noPart1', kind: 'text-beside-tick' },
    ]);
    expect(contradictionsOf({ ...otherEntry, part3: '无' }, otherForm)).toEqual([
      { section: 'part3', tick: 'noPart3', kind: 'nothing-as-text' },
    ]);
  });

  test('is compared section by section, where a field that was never written is an empty one', () => {
    expect(changedParts({}, emptyEntry(otherForm), otherForm)).toEqual([]);
    expect(changedParts(otherEntry, { ...otherEntry, noPart1Reason: '等待' }, otherForm)).toEqual(['part1']);
  });

  test('is worded by its own labels', () => {
    expect(fieldLabel(t, otherForm, 'part1')).toBe('举措落实');
    expect(fieldLabel(t, otherForm, 'noPart1Reason')).toBe('“本月无举措”的原因');
    expect(fieldLabel(t, otherForm, 'part9')).toBe('（已从填报内容中删去的栏目）');
    expect(ownConfirmation(t, otherForm, { tick: 'noPart1', reason: '等待批复' })).toBe('本月无举措。原因：等待批复');
    expect(ownConfirmation(t, otherForm, { tick: 'noPart3', reason: '' })).toBe('暂无困难。');
    expect(ownNothingDue(t, otherForm, 'part2')).toBe('本月无举措，无须填写。');
    expect(tickHint(t, otherForm, 'noPart1')).toBe('勾选并写明原因后，不再填写“举措落实”和“阶段成果”。');
  });

  test('takes what is typed up to the limit of each of its own fields, and knows no other', () => {
    const fields = typedFields(otherForm);
    expect(Object.keys(fields)).toEqual(entryKeys(otherForm));
    expect(fields.part3?.safeParse('字'.repeat(300)).success).toBe(true);
    expect(fields.part3?.safeParse('字'.repeat(301)).success).toBe(false);
  });
});

test('the form of the notice keeps its words where it has no label of its own', () => {
  expect(fieldLabel(t, noticeForm, 'progress')).toBe('工作进展情况');
  expect(ownConfirmation(t, noticeForm, { tick: 'noProgress', reason: '' })).toBeNull();
  expect(tickHint(t, noticeForm, 'noProgress')).toBe('勾选并写明原因后，不再填写“工作进展情况”和“取得成效”。');
});

test('the form of the notice, edited and stored unchanged, asks for the same under the same keys', () => {
  const again = formOfPlan(namedPlanForm(t, noticeForm));
  expect(sectionsOf(again)).toEqual(sectionsOf(noticeForm));
  expect(entryKeys(again).toSorted()).toEqual(entryKeys(noticeForm).toSorted());
  expect(missingFields(emptyEntry(again), again)).toEqual(missingFields(emptyEntry(noticeForm), noticeForm));
});

const section = fc.record({
  label: fc.string({ minLength: 1, maxLength: 40 }),
  hint: fc.constantFrom('', '提示'),
  limit: fc.integer({ min: 20, max: 3000 }),
  required: fc.boolean(),
  publicByDefault: fc.boolean(),
  confirmation: fc.constantFrom('none', 'tick', 'tick-with-reason'),
  tickLabel: fc.constant('暂无'),
});
const sections = fc
  .array(section, { minLength: 1, maxLength: formBounds.sections })
  .map((drawn) => drawn.map((each, index): FormSection => ({ ...each, key: `part${index + 1}` })))
  .map((drawn) =>
    drawn.map((each) =>
      each.confirmation === 'tick' ? each : { ...each, tickLabel: each.confirmation === 'none' ? '' : '暂无' },
    ),
  );

test('every form that can be edited is stored, read and edited again as it was', () => {
  fc.assert(
    fc.property(sections, fc.boolean(), (drawn, light) => {
      const form = formOfPlan({ light, sections: drawn });
      expect(entryFormSchema.parse(JSON.parse(JSON.stringify(form)))).toEqual(form);
      expect(planFormOf(form, labelIn(form))).toEqual({ light, sections: drawn });
    }),
  );
});

test('an entry of any form lacks nothing once every text is written and every light chosen', () => {
  fc.assert(
    fc.property(sections, fc.boolean(), (drawn, light) => {
      const form = formOfPlan({ light, sections: drawn });
      const written = Object.fromEntries(sectionsOf(form).map((key) => [key, '写了']));
      expect(missingFields({ ...written, light: 'normal' }, form)).toEqual([]);
    }),
  );
});

describe('what keeps sections from being a form', () => {
  const [first, second, third] = otherSections.sections as [FormSection, FormSection, FormSection];

  test('is nothing in a form that can be used', () => {
    expect(faultsOfSections(otherSections.sections)).toEqual([]);
  });

  test.each<[string, FormSection[], object]>([
    ['a name twice', [first, { ...third, label: first.label }], { index: 1, field: 'label', fault: 'name-twice' }],
    ['a key twice', [first, { ...third, key: first.key }], { index: 1, field: 'key', fault: 'not-valid' }],
    ['a tick without words', [{ ...third, tickLabel: '' }], { index: 0, field: 'tickLabel', fault: 'required' }],
    ['the tick of a section that has none', [second], { index: 0, field: 'confirmation', fault: 'not-valid' }],
  ])('is %s, at its field', (_title, drawn, fault) => {
    expect(faultsOfSections(drawn)).toEqual([fault]);
  });

  test('a new section has a key that no other one has', () => {
    expect(blankSection(otherSections.sections).key).toBe('part5');
    expect(blankSection([]).key).toBe('part1');
  });
});

test.each([
  ['a field under a name that stands beside the fields', { kind: 'section', key: 'taskId', label: '甲' }],
  ['a section without a label', { kind: 'section', key: 'part1' }],
  ['a section whose tick is not there', { kind: 'section', key: 'part1', label: '甲', unless: 'noPart1' }],
  ['a section longer than any may be', { kind: 'section', key: 'part1', label: '甲', limit: 3001 }],
])('a stored form is refused with %s', (_title, field) => {
  const whole = { limit: 100, required: true, publicByDefault: false, ...field };
  expect(entryFormSchema.safeParse({ fields: [whole] }).success).toBe(false);
});

describe('the form in which a form is sent', () => {
  const sent = (changes: Record<string, string> = {}) => {
    const fields: Record<string, string> = {
      ...{ plan: 'shuju-2020', version: '3', 'sections[0].key': 'collected', 'sections[0].label': ' 归集情况 ' },
      ...{ 'sections[0].limit': '2000', 'sections[0].required': 'on', 'sections[0].confirmation': 'none' },
      ...changes,
    };
    const data = new FormData();
    for (const [name, value] of Object.entries(fields)) data.append(name, value);
    return parseWithZod(data, { schema: planFormSchema });
  };

  test('keeps the keys of the sections that are there', () => {
    const submission = sent();
    expect(submission.status === 'success' && submission.value).toEqual({
      ...{ plan: 'shuju-2020', version: 3 },
      form: {
        fields: [
          {
            ...{ kind: 'section', key: 'collected', label: '归集情况' },
            ...{ limit: 2000, required: true, publicByDefault: false },
          },
        ],
      },
    });
  });

  test.each<[string, Record<string, string>, string, string]>([
    ['a section without a name', { 'sections[0].label': ' ' }, 'sections[0].label', 'required'],
    ['a limit that is no number', { 'sections[0].limit': '很多' }, 'sections[0].limit', 'section-limit-outside'],
    ['a limit beyond what is stored', { 'sections[0].limit': '3001' }, 'sections[0].limit', 'section-limit-outside'],
    ['a tick without words', { 'sections[0].confirmation': 'tick' }, 'sections[0].tickLabel', 'required'],
    ['a key that stands beside the fields', { 'sections[0].key': 'taskId' }, 'sections[0].key', 'not-valid'],
  ])('names %s at its field', (_title, changes, field, fault) => {
    const submission = sent(changes);
    expect(submission.status === 'error' && submission.error).toMatchObject({ [field]: [fault] });
  });
});
