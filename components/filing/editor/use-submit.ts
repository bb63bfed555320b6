import { type FormEvent, useState } from 'react';
import type { Uploads } from '@/components/evidence/uploads';
import { isHeldUp } from '@/components/filing/editor/autosave/field-states';
import type { MadeAutosave } from '@/components/filing/editor/autosave/use-autosave';
import { isPortalAvailable } from '@/components/live/portal-available';
import { routes } from '@/lib/routes';

/** The reason why the check page is not opened, although all text is saved. */
export type Hindrance = 'uploading' | 'not-uploaded' | 'cut-off';

type Setting = { reportId: string; made: MadeAutosave | null; uploads: Uploads };

/** Waits for the running uploads, and says why the check page cannot be opened then, if it cannot. */
async function hindranceTo(uploads: Uploads): Promise<Hindrance | null> {
  await uploads.untilDone();
  if (uploads.all().length > 0) return 'not-uploaded';
  return (await isPortalAvailable()) ? null : 'cut-off';
}

/** Saves, and goes on to the check page where that is asked for and nothing is unsaved or being uploaded. */
export function useSubmit({ reportId, made, uploads }: Setting) {
  const [hindrance, setHindrance] = useState<Hindrance | null>(null);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    if (!made) return;
    event.preventDefault();
    setHindrance(null);
    const goesOn = (event.nativeEvent as SubmitEvent).submitter?.getAttribute('value') === 'check';
    const isAllSaved = await made.autosave.save();
    if (!goesOn) return;
    if (!isAllSaved) return made.fields.focusFirst((key) => isHeldUp(made.autosave.fields.of(key)));
    if (uploads.countRunning() > 0) setHindrance('uploading');
    const found = await hindranceTo(uploads);
    setHindrance(found);
    // Text may have been typed while a file was being uploaded.
    if (!found && (await made.autosave.save())) window.location.assign(routes.reportCheck(reportId));
    if (found === 'not-uploaded') document.querySelector('[data-not-uploaded]')?.scrollIntoView({ block: 'center' });
  };
  return { submit, hindrance, forgetHindrance: () => setHindrance(null) };
}
