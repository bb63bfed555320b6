-- Every process that serves public pages listens here, and drops what has changed when the change is committed: without
-- a report everything, with one what shows its state. The lists repeat lib/domain/review/public-events.ts.
CREATE FUNCTION tell_public_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.name IN ('portal-set-up', 'clock-moved', 'calendar-imported', 'plan-set-up', 'supporting-agencies-set',
    'report-published', 'publication-withdrawn') THEN
    PERFORM pg_notify('portal_public', '');
  ELSIF NEW.name IN ('report-filed', 'report-withdrawn', 'report-accepted', 'report-returned', 'report-reopened',
    'extension-decided', 'extension-granted', 'late-filing-opened', 'late-filing-closed') THEN
    PERFORM pg_notify('portal_public', coalesce(NEW."reportId"::text, ''));
  END IF;
  RETURN NULL;
END
$$;

CREATE TRIGGER "Event_public_change" AFTER INSERT ON "Event" FOR EACH ROW EXECUTE FUNCTION tell_public_change();
