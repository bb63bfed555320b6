'use client';

import { useContext } from 'react';
import { fieldKey } from '@/components/filing/editor/autosave/field-states';
import { AutosaveContext, useFieldState } from '@/components/filing/editor/autosave/use-autosave';
import { fieldAnchor } from '@/components/reports/entry-fields';
import { Button } from '@/components/ui/button';
import { clearText } from '@/components/ui/insert-text';
import { type Contradiction, contradictionsOf } from '@/lib/domain/report/contradictions';
import type { EntryContent, EntryForm, Section } from '@/lib/domain/report/entry';
import { excuseOf } from '@/lib/domain/report/section-says';
import { fieldLabel } from '@/lib/text/entry-words';
import type { Translate } from '@/lib/text/translator';
import { useT } from '@/lib/text/use-t';

type Way = { label: string; take: () => void };
type Subject = { form: EntryForm; taskId: string; taskCode: string };

function waysOf(t: Translate, { kind, section, tick }: Contradiction, { form, taskCode }: Subject): Way[] {
  const clear = () => clearText(document.getElementById(fieldAnchor(taskCode, section)));
  const press = () => document.getElementById(fieldAnchor(taskCode, tick))?.click();
  if (kind === 'nothing-as-text') {
    const replace = () => {
      clear();
      press();
    };
    return [{ label: t('filing.contradiction.tickInstead', { tick: fieldLabel(t, form, tick) }), take: replace }];
  }
  return [
    { label: t('filing.contradiction.clear'), take: clear },
    { label: t('filing.contradiction.untick', { tick: fieldLabel(t, form, tick) }), take: press },
  ];
}

type ContradictionChoiceProps = { entry: Subject; section: Section; shown: EntryContent };

/** Shown below a section whose text and whose tick exclude each other, with one press for each way out. */
export function ContradictionChoice({ entry, section, shown }: ContradictionChoiceProps) {
  const t = useT();
  const { form, taskId } = entry;
  const autosave = useContext(AutosaveContext);
  useFieldState(fieldKey({ taskId, field: section }));
  useFieldState(fieldKey({ taskId, field: excuseOf(section, form) ?? section }));
  const content = autosave?.fields.contentOf(taskId) ?? shown;
  const contradiction = contradictionsOf(content, form).find((each) => each.section === section);
  if (!contradiction) return null;
  return (
    <div data-contradiction className="mt-2 rounded-md border border-warning-line bg-warning-soft px-4 py-2 text-sm">
      <p className="font-medium text-warning">
        {t(`filing.contradiction.${contradiction.kind}`, { tick: fieldLabel(t, form, contradiction.tick) })}
      </p>
      {autosave && (
        <p className="mt-1 flex flex-wrap gap-3">
          {waysOf(t, contradiction, entry).map(({ label, take }) => (
            <Button key={label} type="button" variant="secondary" onClick={take}>
              {label}
            </Button>
          ))}
        </p>
      )}
    </div>
  );
}
