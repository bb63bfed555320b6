-- The officers of an agency are notified of a moved deadline (lib/domain/chasing/notified-events.ts).
DROP TRIGGER "Event_untold" ON "Event";

CREATE TRIGGER "Event_untold" AFTER INSERT ON "Event"
  FOR EACH ROW WHEN (NEW."reportId" IS NOT NULL AND NEW.name IN (
    'sign-off-requested', 'sign-off-taken-back', 'approver-reminded', 'report-sent-back', 'reporter-reminded',
    'contribution-added', 'contribution-withdrawn', 'contribution-decided',
    'report-filed', 'report-accepted', 'report-returned', 'report-reopened', 'remark-added', 'report-chased',
    'extension-requested', 'extension-taken-back', 'extension-decided', 'extension-granted',
    'report-deadline-moved',
    'late-filing-opened', 'late-filing-closed',
    'publication-proposed', 'publication-declined', 'report-published', 'publication-withdrawn',
    'evidence-infected', 'filed-evidence-infected', 'report-tasks-changed', 'read-tasks-changed')
    AND coalesce(NEW.detail ->> 'audience', 'agency') = 'agency')
  EXECUTE FUNCTION keep_untold_event();

-- The public pages show the deadlines and the calendar (lib/domain/review/public-events.ts).
CREATE OR REPLACE FUNCTION tell_public_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.name IN ('portal-set-up', 'clock-moved', 'calendar-imported', 'calendar-year-added', 'calendar-year-confirmed',
    'calendar-day-corrected', 'deadline-moved', 'plan-set-up', 'supporting-agencies-set',
    'task-amended', 'report-published', 'publication-withdrawn') THEN
    PERFORM pg_notify('portal_public', '');
  ELSIF NEW.name IN ('report-filed', 'report-withdrawn', 'report-accepted', 'report-returned', 'report-reopened',
    'extension-decided', 'extension-granted', 'late-filing-opened', 'late-filing-closed') THEN
    PERFORM pg_notify('portal_public', coalesce(NEW."reportId"::text, ''));
  END IF;
  RETURN NULL;
END
$$;
