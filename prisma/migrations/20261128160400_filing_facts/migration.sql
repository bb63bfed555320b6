-- A withdrawn report counts as not filed: whether it was on time is decided at the first filing that was not withdrawn.
-- The same rule as `hasCountedFiling` in lib/domain/report/withdrawal.ts. Each filed version keeps its own timeliness.

CREATE OR REPLACE FUNCTION refuse_change_of_first_filing() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  is_withdrawn boolean := NEW.timeliness IS NULL AND NEW.status NOT IN ('filed', 'returned', 'accepted')
    AND NOT EXISTS (SELECT FROM "Review" w WHERE w."reportId" = NEW.id AND w.outcome = 'returned');
BEGIN
  IF OLD.timeliness IS NOT NULL AND NEW.timeliness IS DISTINCT FROM OLD.timeliness AND NOT is_withdrawn THEN
    RAISE EXCEPTION 'the timeliness of the first filing is never changed' USING ERRCODE = 'TP002';
  END IF;
  RETURN NEW;
END $$;

-- Reports that are withdrawn now. One that was filed again before keeps the timeliness that was decided then.
UPDATE "Report" r SET timeliness = NULL
  WHERE r.timeliness IS NOT NULL AND r.status NOT IN ('filed', 'returned', 'accepted')
    AND NOT EXISTS (SELECT FROM "Review" w WHERE w."reportId" = r.id AND w.outcome = 'returned');
