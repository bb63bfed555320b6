-- ---------------------------------------------------------------- periods that take nothing more

-- A period that was skipped or closed by hand takes no filing (lib/domain/deadline/closing.ts, filingEndOf). The row of
-- the period is held until the filing is stored, so that a period is never closed between the check and the filing.
CREATE OR REPLACE FUNCTION refuse_late_filing() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  period "ReportingPeriod";
  closes timestamptz;
BEGIN
  NEW."filedAt" := portal_now();
  SELECT p.* INTO period FROM "ReportingPeriod" p
    WHERE p.id = (SELECT r."periodId" FROM "Report" r WHERE r.id = NEW."reportId") FOR SHARE;
  IF period."skippedFor" <> '' OR period."closedAt" IS NOT NULL THEN
    RAISE EXCEPTION 'nothing is filed for % any more', period.quarter USING ERRCODE = 'TP005';
  END IF;
  closes := closing_instant_in_force(NEW."reportId");
  IF NEW."filedAt" >= closes AND NOT late_filing_open(NEW."reportId") THEN
    RAISE EXCEPTION 'filed at %, closed at %', NEW."filedAt", closes USING ERRCODE = 'TP001';
  END IF;
  RETURN NEW;
END $$;

-- ---------------------------------------------------------------- acts on plans and periods

-- The officers of the agencies are notified of acts on a plan or a period, each of which is also recorded on the reports
-- that it concerns (lib/domain/report/report-events.ts, planActEvents).
CREATE TRIGGER "Event_untold_act" AFTER INSERT ON "Event"
  FOR EACH ROW WHEN (NEW."reportId" IS NOT NULL AND NEW.name IN (
    'report-owed', 'report-skipped', 'report-filing-stopped', 'report-filing-resumed', 'report-opening-moved'))
  EXECUTE FUNCTION keep_untold_event();

-- The public pages show plans, their contacts and their periods (lib/domain/review/public-events.ts, publicPlanEvents).
CREATE FUNCTION tell_plan_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('portal_public', '');
  RETURN NULL;
END
$$;

CREATE TRIGGER "Event_plan_change" AFTER INSERT ON "Event"
  FOR EACH ROW WHEN (NEW.name IN (
    'plan-issued', 'plan-closed', 'plan-reopened', 'plan-contact-set', 'plan-late-filing-set', 'plan-rule-changed',
    'plan-renumbered', 'task-amended', 'period-opening-moved', 'period-closed', 'period-reopened', 'period-skipped',
    'period-resumed'))
  EXECUTE FUNCTION tell_plan_change();

-- The record of a plan is read by its id.
CREATE INDEX "Event_plan" ON "Event" ((detail ->> 'planCode')) WHERE detail ->> 'planCode' IS NOT NULL;
