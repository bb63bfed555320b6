import { RemarkForm } from '@/components/review/remarks/remark-form';
import { RemarkNotes } from '@/components/review/remarks/remark-notes';
import { WrittenRemarks } from '@/components/review/remarks/written-remarks';
import type { EntryForm, Section } from '@/lib/domain/report/entry';
import { type Remark, remarksAbout } from '@/lib/domain/review/remarks';
import { ReturnReasonField } from './return-reasons';
import { SectionReturnReason } from './section-return-reason';

type SectionWritingProps = {
  reportId: string;
  /** The index of the task in the report. */
  index: number;
  task: { taskId: string; taskCode: string };
  form: EntryForm;
  /** Null stands for the task as a whole. */
  section: Section | null;
  remarks: readonly Remark[];
  canRemark: boolean;
  canReturn: boolean;
};

/** The division's texts on a section of a task, or on the task as a whole: remarks, and the reason for a return. */
export function SectionWriting({ section, ...props }: SectionWritingProps) {
  const { reportId, index, task, form, remarks, canRemark, canReturn } = props;
  const { taskId, taskCode } = task;
  const reason = { index, taskId, taskCode };
  const own = remarksAbout(remarks, taskId, section);
  if (!canRemark) return <RemarkNotes remarks={own} />;
  return (
    <>
      <WrittenRemarks reportId={reportId} remarks={own} />
      <div className="flex flex-wrap gap-x-6 [&>[open]]:basis-full">
        <RemarkForm subject={{ reportId, taskId, taskCode, section, form }} />
        {canReturn && section && <SectionReturnReason {...reason} section={section} />}
      </div>
      {canReturn && !section && <ReturnReasonField {...reason} />}
    </>
  );
}
