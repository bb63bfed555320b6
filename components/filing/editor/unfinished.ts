import type { Autosave } from '@/components/filing/editor/autosave/autosave';
import { isUnsaved } from '@/components/filing/editor/autosave/field-states';
import type { Unfinished } from '@/components/forms/kept-texts/leaving';
import type { Translate } from '@/lib/text/translator';

/** Says whether the browser keeps all unsaved text. */
const isAllKept = (autosave: Autosave) => autosave.fields.all().every((state) => state.isKept || !isUnsaved(state));

/** The text of the report as a part of the page that may be left: a question only where the browser cannot keep it. */
export const unfinishedText = (t: Translate, autosave: Autosave): Unfinished => ({
  question: () => (isAllKept(autosave) ? null : t('autosave.leaveUnkept')),
  save: () => autosave.save(),
});
