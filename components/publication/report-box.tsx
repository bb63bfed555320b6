import type { ReactNode } from 'react';
import { type FormState, isTicked } from '@/lib/schemas/form-state';

type ReportBoxProps = {
  /** The name of the report in the form, as in `reports[0]`. */
  name: string;
  report: { id: string; version: number };
  state: FormState;
  /** Without a title the form is about this report alone, which is sent as ticked. */
  title: ReactNode;
  /** Ticked until somebody chooses otherwise. */
  isTickedAtFirst: boolean;
};

/** The box of one report in a form about several, with its version on the screen. */
export function ReportBox({ name, report, state, title, isTickedAtFirst }: ReportBoxProps) {
  const box = `${name}.ticked`;
  return (
    <>
      <input type="hidden" name={`${name}.reportId`} value={report.id} />
      <input type="hidden" name={`${name}.version`} value={report.version} />
      {title ? (
        <label className="flex min-h-11 w-fit items-center gap-3 font-semibold">
          <input
            type="checkbox"
            name={box}
            data-report-box
            defaultChecked={isTicked(state, { name: box }, isTickedAtFirst)}
            className="size-5 shrink-0 accent-accent"
          />
          <span>{title}</span>
        </label>
      ) : (
        <input type="hidden" name={box} value="on" />
      )}
    </>
  );
}
