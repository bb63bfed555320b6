-- DropForeignKey
ALTER TABLE "Task" DROP CONSTRAINT "Task_leadAgencyId_fkey";

-- DropIndex
DROP INDEX "Task_leadAgencyId_idx";

-- AlterTable
ALTER TABLE "Task" DROP COLUMN "leadAgencyId",
ADD COLUMN     "endedFrom" VARCHAR(7);

-- AlterTable
ALTER TABLE "Entry" ADD COLUMN     "takenOutAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Report" ADD COLUMN     "owed" BOOLEAN NOT NULL DEFAULT true;

-- AlterTable
ALTER TABLE "SupportingAgency" DROP CONSTRAINT "SupportingAgency_pkey",
ADD COLUMN     "fromPeriod" VARCHAR(7),
ADD COLUMN     "id" UUID NOT NULL DEFAULT gen_random_uuid(),
ADD COLUMN     "untilPeriod" VARCHAR(7),
ADD CONSTRAINT "SupportingAgency_pkey" PRIMARY KEY ("id");

-- CreateIndex
CREATE INDEX "SupportingAgency_taskId_idx" ON "SupportingAgency"("taskId");

-- A task as it was in a period, and at an instant: each fact as the first amendment found it that holds only later, or
-- was made only later.
CREATE FUNCTION task_in(task "Task", period text, instant timestamptz DEFAULT NULL) RETURNS "Task" LANGUAGE sql STABLE AS $$
  SELECT jsonb_populate_record(task, coalesce((
    SELECT jsonb_object_agg(f.key, f.value ORDER BY m."fromPeriod" DESC, m.id DESC)
    FROM "TaskAmendment" m CROSS JOIN jsonb_each(m.before) f
    WHERE m."taskId" = task.id AND (m."fromPeriod" > period OR m."madeAt" > instant)), '{}'))
$$;

-- lib/domain/chasing/notified-events.ts gives the recipients of each of these, and the reason why other events have none.
DROP TRIGGER "Event_untold" ON "Event";

CREATE TRIGGER "Event_untold" AFTER INSERT ON "Event"
  FOR EACH ROW WHEN (NEW."reportId" IS NOT NULL AND NEW.name IN (
    'sign-off-requested', 'sign-off-taken-back', 'approver-reminded', 'report-sent-back', 'reporter-reminded',
    'contribution-added', 'contribution-withdrawn', 'contribution-decided',
    'report-filed', 'report-accepted', 'report-returned', 'report-reopened', 'remark-added', 'report-chased',
    'extension-requested', 'extension-taken-back', 'extension-decided', 'extension-granted',
    'late-filing-opened', 'late-filing-closed',
    'publication-proposed', 'publication-declined', 'report-published', 'publication-withdrawn',
    'evidence-infected', 'filed-evidence-infected', 'report-tasks-changed', 'read-tasks-changed')
    AND coalesce(NEW.detail ->> 'audience', 'agency') = 'agency')
  EXECUTE FUNCTION keep_untold_event();

-- The lists repeat lib/domain/review/public-events.ts.
CREATE OR REPLACE FUNCTION tell_public_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.name IN ('portal-set-up', 'clock-moved', 'calendar-imported', 'plan-set-up', 'supporting-agencies-set',
    'task-amended', 'report-published', 'publication-withdrawn') THEN
    PERFORM pg_notify('portal_public', '');
  ELSIF NEW.name IN ('report-filed', 'report-withdrawn', 'report-accepted', 'report-returned', 'report-reopened',
    'extension-decided', 'extension-granted', 'late-filing-opened', 'late-filing-closed') THEN
    PERFORM pg_notify('portal_public', coalesce(NEW."reportId"::text, ''));
  END IF;
  RETURN NULL;
END
$$;
