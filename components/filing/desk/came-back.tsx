import { fieldAnchor, taskAnchor } from '@/components/reports/entry-fields';
import { NoticeBox } from '@/components/ui/notice-box';
import type { DeskReport, DeskReturn } from '@/lib/filing/desk/desk';
import { routes } from '@/lib/routes';
import { fieldLabel } from '@/lib/text/entry-words';
import { formatInstant } from '@/lib/text/format';
import { taskNumber } from '@/lib/text/task-words';
import { useT } from '@/lib/text/use-t';

type Reason = DeskReturn['comments'][number];

/** A link to the subject of a reason: the section that it names, or the task. */
function ReasonLink({ report, reason }: { report: DeskReport; reason: Reason }) {
  const t = useT();
  const task = report.tasks.find(({ id }) => id === reason.taskId);
  if (!task) return null;
  const { section } = reason;
  const number = taskNumber(task.code);
  const anchor = section ? fieldAnchor(task.code, section) : taskAnchor(task.code);
  return (
    <a href={`${routes.report(report.id)}#${anchor}`} className="link font-medium">
      {section
        ? t('filing.taskField', { number, field: fieldLabel(t, report.form, section) })
        : t('filing.task', { number })}
    </a>
  );
}

function Reasons({ report, returned }: { report: DeskReport; returned: DeskReturn }) {
  return (
    <ul className="mt-2 grid gap-1.5">
      {returned.comments.map((reason) => (
        <li key={`${reason.taskId}-${reason.section}`} className="grid gap-x-4 sm:grid-cols-[12em_1fr]">
          <ReasonLink report={report} reason={reason} />
          <span className="line-clamp-3 whitespace-pre-line">{reason.text}</span>
        </li>
      ))}
    </ul>
  );
}

/** A report returned by the division with reasons and a last day of its own, or sent back by the agency's approver. */
export function CameBack({ report }: { report: DeskReport }) {
  const t = useT();
  const { returnedBy, sentBack } = report;
  return (
    <>
      {returnedBy && (
        <NoticeBox
          tone="warning"
          title={t('filing.overview.returned.title', { by: returnedBy.by, at: formatInstant(returnedBy.at) })}
        >
          <Reasons report={report} returned={returnedBy} />
        </NoticeBox>
      )}
      {sentBack && (
        <NoticeBox
          tone="warning"
          title={t('filing.sentBack.title', { by: sentBack.by, at: formatInstant(sentBack.at) })}
        >
          <p className="line-clamp-3 whitespace-pre-line">{sentBack.reason}</p>
        </NoticeBox>
      )}
    </>
  );
}
