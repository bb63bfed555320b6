import { RemarksAbout } from '@/components/remarks/remarks-about';
import type { Section } from '@/lib/domain/completeness';
import type { Remark } from '@/lib/domain/remarks';
import { ReturnReasonField } from './return-reasons';
import { SectionReturnReason } from './section-return-reason';

type SectionWritingProps = {
  reportId: string;
  /** The place of the task in the report. */
  index: number;
  task: { taskId: string; taskCode: string };
  /** Null stands for the task as a whole. */
  section: Section | null;
  remarks: readonly Remark[];
  canRemark: boolean;
  canReturn: boolean;
};

/** What the division writes of a section of a task, or of the task as a whole: remarks, and the reason for a return. */
export function SectionWriting({ reportId, index, task, section, remarks, canRemark, canReturn }: SectionWritingProps) {
  const { taskId, taskCode } = task;
  const reason = { index, taskId, taskCode };
  return (
    <>
      <RemarksAbout subject={{ reportId, taskId, taskCode, section }} remarks={remarks} canWrite={canRemark} />
      {canReturn &&
        (section ? <SectionReturnReason {...reason} section={section} /> : <ReturnReasonField {...reason} />)}
    </>
  );
}
