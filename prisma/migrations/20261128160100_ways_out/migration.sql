-- Ways out for an agency that would be stuck: late filing, an approver's deputy, an extension request taken back.

-- ---------------------------------------------------------------- late filing

CREATE TYPE "AfterClosing" AS ENUM ('closed', 'late_filing_open');

ALTER TABLE "Plan" ADD COLUMN "afterClosing" "AfterClosing" NOT NULL DEFAULT 'closed';
ALTER TABLE "Report" ADD COLUMN "lateFilingOpen" BOOLEAN NOT NULL DEFAULT false;

-- Whether a report can be filed after its closing instant, by its own column or by that of its plan. The function
-- isLateFilingOpen in lib/domain/deadline/closing.ts holds the same rule.
CREATE FUNCTION late_filing_open(report uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT r."lateFilingOpen" OR l."afterClosing" = 'late_filing_open'
  FROM "Report" r JOIN "ReportingPeriod" p ON p.id = r."periodId" JOIN "Plan" l ON l.id = p."planId"
  WHERE r.id = report
$$;

CREATE OR REPLACE FUNCTION refuse_late_filing() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  closes timestamptz := closing_instant_in_force(NEW."reportId");
BEGIN
  NEW."filedAt" := portal_now();
  IF NEW."filedAt" >= closes AND NOT late_filing_open(NEW."reportId") THEN
    RAISE EXCEPTION 'filed at %, closed at %', NEW."filedAt", closes USING ERRCODE = 'TP001';
  END IF;
  RETURN NEW;
END $$;

-- ---------------------------------------------------------------- an extension request taken back

ALTER TYPE "ExtensionOutcome" ADD VALUE 'taken_back';

-- ---------------------------------------------------------------- the approver's deputy

CREATE TABLE "ApproverDeputy" (
    "id" UUID NOT NULL,
    "approverId" UUID NOT NULL,
    "deputyId" UUID NOT NULL,
    "fromOn" DATE NOT NULL,
    "untilOn" DATE NOT NULL,

    CONSTRAINT "ApproverDeputy_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "ApproverDeputy_days_in_order" CHECK ("fromOn" <= "untilOn"),
    CONSTRAINT "ApproverDeputy_is_somebody_else" CHECK ("approverId" <> "deputyId")
);

CREATE INDEX "ApproverDeputy_approverId_idx" ON "ApproverDeputy"("approverId");
CREATE INDEX "ApproverDeputy_deputyId_idx" ON "ApproverDeputy"("deputyId");

ALTER TABLE "ApproverDeputy" ADD CONSTRAINT "ApproverDeputy_approverId_fkey"
  FOREIGN KEY ("approverId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "ApproverDeputy" ADD CONSTRAINT "ApproverDeputy_deputyId_fkey"
  FOREIGN KEY ("deputyId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
