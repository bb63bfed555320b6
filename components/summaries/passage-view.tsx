import { Light } from '@/components/ui/light';
import { WrittenText } from '@/components/ui/written-text';
import type { Section } from '@/lib/domain/report/entry';
import { editOf } from '@/lib/domain/review/summary';
import type { StoredEdit } from '@/lib/summaries/entries/data';
import type { DraftEntry } from '@/lib/summaries/loaders';
import { fieldLabel } from '@/lib/text/entry-words';
import { formatInstant } from '@/lib/text/format';
import { filedWords } from '@/lib/text/summary-words';
import { taskNumber } from '@/lib/text/task-words';
import { useT } from '@/lib/text/use-division-t';
import { OpenRemarks } from './open-remarks';
import { PassageEdit } from './passage-edit';

type EditMarkProps = { edit: StoredEdit; original: string; entry: DraftEntry };

/** Marks a text of the division with its author and time, and lets the agency's original be opened. */
function EditMark({ edit, original, entry }: EditMarkProps) {
  const t = useT();
  return (
    <div className="grid gap-1 text-sm">
      <p className="flex flex-wrap gap-x-4">
        <Light tone="blue">{t('summaries.passage.edited')}</Light>
        <span className="text-muted">
          {t('summaries.passage.editedBy', { by: edit.by, at: formatInstant(edit.at) })}
        </span>
      </p>
      {edit.editedFrom !== entry.versionNumber && (
        <p className="font-medium text-warning">
          {t('summaries.passage.outdated', { from: edit.editedFrom, now: entry.versionNumber })}
        </p>
      )}
      <details>
        <summary className="link w-fit py-1">{t('summaries.passage.original')}</summary>
        <WrittenText
          text={original || t('summaries.passage.nothingFiled')}
          className="mt-1 max-w-text border-l-4 border-line pl-3"
        />
      </details>
    </div>
  );
}

type PassageViewProps = { entry: DraftEntry; section: Section; level: 4 | 5; mayWrite: boolean };

/** A passage as the document will have it. */
export function PassageView({ entry, section, level, mayWrite }: PassageViewProps) {
  const t = useT();
  const original = filedWords(t, entry.content, section, entry.form);
  const edit = entry.edits[section];
  const edited = edit?.text == null ? null : editOf(edit.text, original);
  const text = edited ?? original;
  const Tag = level === 4 ? 'h4' : 'h5';
  const subject = t('summaries.passage.subject', {
    agency: entry.agencyName,
    number: taskNumber(entry.taskCode),
    section: fieldLabel(t, entry.form, section),
  });
  return (
    <div className="grid gap-1">
      <Tag className="font-semibold">{fieldLabel(t, entry.form, section)}</Tag>
      {text ? (
        <WrittenText text={text} className="max-w-text" />
      ) : (
        <p className="text-muted">{t(edited === null ? 'summaries.passage.nothing' : 'summaries.passage.leftOut')}</p>
      )}
      <OpenRemarks entry={entry} section={section} />
      {edit && edited !== null && <EditMark edit={edit} original={original} entry={entry} />}
      {mayWrite && (
        <PassageEdit
          passage={{
            entryId: entry.id,
            section,
            version: edit?.version ?? 0,
            text,
            isEdited: edited !== null,
            subject,
          }}
        />
      )}
    </div>
  );
}
