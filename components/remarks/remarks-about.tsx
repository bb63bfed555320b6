import { type Remark, remarksAbout } from '@/lib/domain/remarks';
import { RemarkForm, type RemarkSubject } from './remark-form';
import { RemarkNotes } from './remark-notes';
import { WrittenRemarks } from './written-remarks';

type RemarksAboutProps = {
  subject: RemarkSubject;
  remarks: readonly Remark[];
  canWrite: boolean;
};

/** What the division remarked on a section or a task, and where it can remark more. */
export function RemarksAbout({ subject, remarks, canWrite }: RemarksAboutProps) {
  const own = remarksAbout(remarks, subject.taskId, subject.section);
  if (!canWrite) return <RemarkNotes remarks={own} />;
  return (
    <div>
      <WrittenRemarks reportId={subject.reportId} remarks={own} />
      <RemarkForm subject={subject} />
    </div>
  );
}
