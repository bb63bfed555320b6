-- What must hold whatever the code above the database does. Own SQLSTATEs:
--   TP001 filed after the closing instant in force · TP002 a fact that is fixed was changed · TP003 an append-only row was changed

-- ---------------------------------------------------------------- the clock

ALTER TABLE "Portal"
  ADD CONSTRAINT "Portal_one_row" CHECK (id = 1),
  ADD CONSTRAINT "Portal_only_a_demonstration_moves_its_clock" CHECK ("setUpAs" = 'demonstration' OR "clockOffset" = 0);

CREATE FUNCTION refuse_change_of_set_up() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR NEW."setUpAs" IS DISTINCT FROM OLD."setUpAs" THEN
    RAISE EXCEPTION 'how the portal was set up is never changed' USING ERRCODE = 'TP002';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER "Portal_set_up_once" BEFORE UPDATE OR DELETE ON "Portal"
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_set_up();

-- ---------------------------------------------------------------- the deadline

-- The closing instant in force: the latest of the period's, the extension's and the return's; null where a provisional
-- deadline does not close the form. lib/domain/closing.ts holds the same rule.
CREATE FUNCTION closing_instant_in_force(report uuid) RETURNS timestamptz LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN p.provisional THEN NULL
              ELSE greatest(p."closesAt", r."extendedClosesAt", r."returnClosesAt") END
  FROM "Report" r JOIN "ReportingPeriod" p ON p.id = r."periodId"
  WHERE r.id = report
$$;

CREATE FUNCTION refuse_late_filing() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  closes timestamptz := closing_instant_in_force(NEW."reportId");
BEGIN
  NEW."filedAt" := portal_now();
  IF NEW."filedAt" >= closes THEN
    RAISE EXCEPTION 'filed at %, closed at %', NEW."filedAt", closes USING ERRCODE = 'TP001';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER "FiledVersion_before_the_closing_instant" BEFORE INSERT ON "FiledVersion"
  FOR EACH ROW EXECUTE FUNCTION refuse_late_filing();

-- ---------------------------------------------------------------- lateness is decided once

CREATE FUNCTION refuse_change_of_first_filing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.timeliness IS NOT NULL AND NEW.timeliness IS DISTINCT FROM OLD.timeliness THEN
    RAISE EXCEPTION 'the timeliness of the first filing is never changed' USING ERRCODE = 'TP002';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER "Report_first_filing_is_fixed" BEFORE UPDATE OF timeliness ON "Report"
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_first_filing();

-- ---------------------------------------------------------------- append-only tables

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'TP003';
END $$;

CREATE TRIGGER "FiledVersion_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "FiledVersion"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Publication_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "Publication"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Event_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "Event"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- ---------------------------------------------------------------- accounts

ALTER TABLE "Account"
  ADD CONSTRAINT "Account_has_a_role" CHECK (coalesce(cardinality(roles), 0) > 0),
  ADD CONSTRAINT "Account_administrators_stand_alone" CHECK (
    cardinality(roles) = 1
    OR NOT roles && ARRAY['system_administrator', 'security_administrator', 'auditor']::"Role"[]
  ),
  ADD CONSTRAINT "Account_agency_goes_with_agency_roles" CHECK (
    (roles && ARRAY['reporter', 'approver']::"Role"[]) = ("agencyId" IS NOT NULL)
  );
