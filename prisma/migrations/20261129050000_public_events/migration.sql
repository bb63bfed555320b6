-- 'task-amended' is an event of a plan, which Event_plan_change announces: each event stands in one of the lists of
-- lib/domain/review/public-events.ts.
CREATE OR REPLACE FUNCTION tell_public_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.name IN ('portal-set-up', 'clock-moved', 'calendar-imported', 'calendar-year-added', 'calendar-year-confirmed',
    'calendar-day-corrected', 'deadline-moved', 'plan-set-up', 'supporting-agencies-set',
    'report-published', 'publication-withdrawn') THEN
    PERFORM pg_notify('portal_public', '');
  ELSIF NEW.name IN ('report-filed', 'report-withdrawn', 'report-accepted', 'report-returned', 'report-reopened',
    'extension-decided', 'extension-granted', 'late-filing-opened', 'late-filing-closed') THEN
    PERFORM pg_notify('portal_public', coalesce(NEW."reportId"::text, ''));
  END IF;
  RETURN NULL;
END
$$;
