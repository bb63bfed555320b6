'use client';

import { type ClipboardEvent, type DragEvent, useRef, useState } from 'react';
import { FormProblem } from '@/components/forms/form-problem';
import { KeptNotice } from '@/components/forms/kept-notice';
import { useFormAction } from '@/components/forms/use-form-action';
import { Button } from '@/components/ui/button';
import { SelectField, TextAreaField } from '@/components/ui/field';
import { NoticeBox } from '@/components/ui/notice-box';
import { SubmitButton } from '@/components/ui/submit-button';
import { pastePlanAction } from '@/lib/plans/import/actions';
import { typedIn } from '@/lib/schemas/form-state';
import { formatFileSize } from '@/lib/text/format';
import { refusalSentence } from '@/lib/text/refusal-sentence';
import { useT } from '@/lib/text/use-division-t';
import { type PlanFileAnswer, sendPlanFile } from './send-plan-file';

type SourceFormProps = { offices: readonly { id: string; name: string }[]; plan: string; mostBytes: number };

/** Sends a file or pasted markup and goes on to its preview. */
function useSending(plan: string, office: () => string) {
  const [answer, setAnswer] = useState<PlanFileAnswer | 'sending' | null>(null);
  const send = async (body: Blob, name: string) => {
    setAnswer('sending');
    const next = await sendPlanFile(body, { name, officeId: office(), plan });
    setAnswer(next);
    if (next.kind === 'kept') location.assign(next.address);
  };
  return { answer, send };
}

function SendingState({ answer }: { answer: PlanFileAnswer | 'sending' | null }) {
  const t = useT();
  if (answer === 'sending' || (answer !== null && answer.kind === 'kept'))
    return <p role="status">{t('imports.source.sending')}</p>;
  if (answer === null) return null;
  return (
    <NoticeBox tone="danger" live>
      {answer.kind === 'refused' ? refusalSentence(t, answer.refusal) : t('imports.source.unreachable')}
    </NoticeBox>
  );
}

function FileZone({ mostBytes, send }: { mostBytes: number; send: (file: Blob, name: string) => void }) {
  const t = useT();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const take = (files: FileList | null) => {
    const [file] = files ?? [];
    if (file) send(file, file.name);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  return (
    <fieldset
      aria-label={t('imports.source.file')}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={`grid justify-items-start gap-3 rounded-md border border-dashed px-4 py-6 ${isOver ? 'border-accent bg-accent-soft' : 'border-line-strong'}`}
    >
      <Button aria-describedby="file-hint" onClick={() => input.current?.click()}>
        {t('imports.source.choose')}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept=".docx,.xlsx,.csv,.txt,.html,.htm"
        onChange={({ currentTarget }) => {
          take(currentTarget.files);
          currentTarget.value = '';
        }}
      />
      <p id="file-hint" className="text-sm text-muted">
        {isOver ? t('imports.source.drop') : t('imports.source.fileHint', { size: formatFileSize(mostBytes) })}{' '}
        <strong className="font-semibold text-danger">{t('imports.source.secrecy')}</strong>
      </p>
    </fieldset>
  );
}

/** One page for every source of a plan: a file that is chosen or dropped, and what is pasted, with its table. */
export function SourceForm({ offices, plan, mostBytes }: SourceFormProps) {
  const t = useT();
  const form = useRef<HTMLFormElement>(null);
  const { state, action, onSubmit, kept } = useFormAction(pastePlanAction, { place: `plan-import/${plan}` });
  const office = () => new FormData(form.current ?? undefined).get('officeId')?.toString() ?? '';
  const { answer, send } = useSending(plan, office);
  const paste = (event: ClipboardEvent) => {
    const html = event.clipboardData.getData('text/html');
    if (!/<table/i.test(html)) return;
    event.preventDefault();
    send(new Blob([html], { type: 'text/html' }), `${t('imports.source.pastedName')}.html`);
  };
  const [first] = offices;
  return (
    <form ref={form} action={action} onSubmit={onSubmit} noValidate className="grid gap-6">
      <KeptNotice kept={kept} />
      <FormProblem state={state} fields={[{ name: 'text', id: 'text', label: t('imports.source.paste') }]} />
      <input type="hidden" name="planCode" value={plan} />
      {offices.length === 1 ? (
        <input type="hidden" name="officeId" value={first?.id} />
      ) : (
        <SelectField
          label={t('imports.source.office')}
          name="officeId"
          options={offices.map(({ id, name }) => ({ value: id, label: name }))}
          defaultValue={typedIn(state).officeId}
          required
        />
      )}
      <SendingState answer={answer} />
      <FileZone mostBytes={mostBytes} send={send} />
      <div onPasteCapture={paste}>
        <TextAreaField
          label={t('imports.source.pasteLabel')}
          hint={t('imports.source.pasteHint')}
          name="text"
          rows={8}
          defaultValue={typedIn(state).text}
        />
      </div>
      <SubmitButton variant="secondary" className="justify-self-start">
        {t('imports.source.pasteSend')}
      </SubmitButton>
    </form>
  );
}
