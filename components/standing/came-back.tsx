import { taskAnchor } from '@/components/filing/entry-fields';
import { NoticeBox } from '@/components/ui/notice-box';
import { formatDateWithWeekday, formatInstant } from '@/lib/messages/format';
import { t } from '@/lib/messages/translator';
import { routes } from '@/lib/routes';
import type { DeskReport, Returned } from './desk-facts';
import { countdownWords } from './time-left-words';

function Reasons({ report, returned }: { report: DeskReport; returned: Returned }) {
  return (
    <ul className="mt-2 grid gap-1.5">
      {returned.comments.map(({ taskId, text }, index) => {
        const position = report.tasks.findIndex(({ id }) => id === taskId);
        const task = report.tasks[position];
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a task may have several reasons, which never change their order
          <li key={`${taskId}-${index}`} className="grid gap-x-4 sm:grid-cols-[5em_1fr]">
            {task && (
              <a href={`${routes.report(report.id)}#${taskAnchor(task.code)}`} className="link font-medium">
                {t('filing.task', { number: position + 1 })}
              </a>
            )}
            <span className="line-clamp-3 whitespace-pre-line">{text}</span>
          </li>
        );
      })}
    </ul>
  );
}

/** What came back: from the division with its reasons and a last day of its own, or from the agency's approver. */
export function CameBack({ report }: { report: DeskReport }) {
  const { returnedBy, sentBack } = report;
  return (
    <>
      {returnedBy && (
        <NoticeBox
          tone="warning"
          title={t('standing.returned.title', { by: returnedBy.by, at: formatInstant(returnedBy.at) })}
        >
          {returnedBy.dueOn !== report.dueOn && (
            <p className="font-medium">
              {t('standing.returned.dueOn', {
                deadline: `${formatDateWithWeekday(returnedBy.dueOn)}${report.period.rule.cutoff}`,
                left: countdownWords(returnedBy.timeLeft),
              })}
            </p>
          )}
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
