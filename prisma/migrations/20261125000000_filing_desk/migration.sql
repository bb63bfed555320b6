-- What the filing desk needs: a version of its own for every field, evidence, contributions of supporting agencies,
-- comments on one section, the press that a filing came from, and the likeness of texts.

-- Trusted since PostgreSQL 13: the owner of the database may create it.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- CreateEnum
CREATE TYPE "EvidenceScan" AS ENUM ('not_required', 'pending', 'clean', 'infected');

-- CreateEnum
CREATE TYPE "EntrySection" AS ENUM ('progress', 'problems', 'results', 'nextSteps');

-- CreateEnum
CREATE TYPE "ContributionOutcome" AS ENUM ('taken', 'left_out');

-- DropIndex
DROP INDEX "ReviewComment_reviewId_taskId_key";

-- DropIndex
DROP INDEX "Event_reportId_idx";

-- AlterTable
ALTER TABLE "Account" ADD COLUMN     "calendarKey" VARCHAR(64);

-- AlterTable
ALTER TABLE "Entry" ADD COLUMN     "fieldSaves" JSONB NOT NULL DEFAULT '{}';

-- AlterTable
ALTER TABLE "FiledVersion" ADD COLUMN     "filedFromContent" INTEGER,
ADD COLUMN     "filedFromVersion" INTEGER;

-- AlterTable
ALTER TABLE "Report" ADD COLUMN     "contentVersion" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "ReviewComment" ADD COLUMN     "section" "EntrySection";

-- CreateTable
CREATE TABLE "Evidence" (
    "id" UUID NOT NULL,
    "reportId" UUID NOT NULL,
    "taskId" UUID NOT NULL,
    "name" VARCHAR(200) NOT NULL,
    "mediaType" VARCHAR(100) NOT NULL,
    "size" INTEGER NOT NULL,
    "digest" CHAR(64) NOT NULL,
    "scan" "EvidenceScan" NOT NULL,
    "uploadedAt" TIMESTAMPTZ(3) NOT NULL,
    "uploadedById" UUID NOT NULL,
    "removedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Contribution" (
    "id" UUID NOT NULL,
    "reportId" UUID NOT NULL,
    "taskId" UUID NOT NULL,
    "agencyId" UUID NOT NULL,
    "section" "EntrySection" NOT NULL,
    "text" VARCHAR(3000) NOT NULL,
    "writtenAt" TIMESTAMPTZ(3) NOT NULL,
    "writtenById" UUID NOT NULL,
    "outcome" "ContributionOutcome",
    "decidedAt" TIMESTAMPTZ(3),
    "decidedById" UUID,

    CONSTRAINT "Contribution_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReceiptLookup" (
    "key" VARCHAR(200) NOT NULL,
    "points" INTEGER NOT NULL,
    "expire" TIMESTAMPTZ(3),

    CONSTRAINT "ReceiptLookup_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "Evidence_reportId_taskId_idx" ON "Evidence"("reportId", "taskId");

-- CreateIndex
CREATE INDEX "Evidence_taskId_idx" ON "Evidence"("taskId");

-- CreateIndex
CREATE INDEX "Evidence_uploadedById_idx" ON "Evidence"("uploadedById");

-- CreateIndex
CREATE INDEX "Evidence_digest_idx" ON "Evidence"("digest");

-- CreateIndex
CREATE INDEX "Contribution_reportId_idx" ON "Contribution"("reportId");

-- CreateIndex
CREATE INDEX "Contribution_taskId_idx" ON "Contribution"("taskId");

-- CreateIndex
CREATE INDEX "Contribution_agencyId_idx" ON "Contribution"("agencyId");

-- CreateIndex
CREATE INDEX "Contribution_writtenById_idx" ON "Contribution"("writtenById");

-- CreateIndex
CREATE INDEX "Contribution_decidedById_idx" ON "Contribution"("decidedById");

-- CreateIndex
CREATE INDEX "Event_reportId_name_idx" ON "Event"("reportId", "name");

-- CreateIndex
CREATE UNIQUE INDEX "Account_calendarKey_key" ON "Account"("calendarKey");

-- CreateIndex
CREATE UNIQUE INDEX "FiledVersion_reportId_filedFromVersion_key" ON "FiledVersion"("reportId", "filedFromVersion");

-- CreateIndex
CREATE UNIQUE INDEX "ReviewComment_reviewId_taskId_section_key" ON "ReviewComment"("reviewId", "taskId", "section") NULLS NOT DISTINCT;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_uploadedById_fkey" FOREIGN KEY ("uploadedById") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Contribution" ADD CONSTRAINT "Contribution_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Contribution" ADD CONSTRAINT "Contribution_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Contribution" ADD CONSTRAINT "Contribution_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Contribution" ADD CONSTRAINT "Contribution_writtenById_fkey" FOREIGN KEY ("writtenById") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Contribution" ADD CONSTRAINT "Contribution_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_has_bytes" CHECK (size > 0);
ALTER TABLE "Contribution" ADD CONSTRAINT "Contribution_decided_as_a_whole"
  CHECK ((outcome IS NULL) = ("decidedAt" IS NULL) AND (outcome IS NULL) = ("decidedById" IS NULL));

-- ---------------------------------------------------------------- what is recorded of a report is told to all processes

-- From the row itself, so that no way of writing can forget it; the database delivers it at the commit and never without.
-- The names of things only: whoever hears it reads what it may read. A notice has room for 8,000 bytes, and one that is too
-- long would break the transaction: the list of saved fields is told as long as it is short, else null stands for all.
-- lib/schemas/live.ts holds the same shape.
CREATE FUNCTION tell_of_event() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  fields jsonb := NEW.detail -> 'fields';
BEGIN
  PERFORM pg_notify('portal_live', json_build_object(
    'type', CASE WHEN NEW.name = 'report-saved' THEN 'saved' ELSE 'report-changed' END,
    'reportId', NEW."reportId", 'eventId', NEW.id::text, 'name', NEW.name, 'accountId', NEW."accountId",
    'at', to_char(NEW.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'fields', CASE WHEN NEW.name = 'report-saved' AND octet_length(fields::text) < 6000 THEN fields END)::text);
  RETURN NULL;
END $$;

CREATE TRIGGER "Event_told" AFTER INSERT ON "Event"
  FOR EACH ROW WHEN (NEW."reportId" IS NOT NULL) EXECUTE FUNCTION tell_of_event();
