-- Drafts of the quarterly summary: which filed version of which report, in which order, and what the division wrote instead.

-- CreateEnum
CREATE TYPE "SummaryArrangement" AS ENUM ('by_agency', 'by_task');

-- CreateTable
CREATE TABLE "Summary" (
    "id" UUID NOT NULL,
    "periodId" UUID NOT NULL,
    "arrangement" "SummaryArrangement" NOT NULL,
    "sections" "EntrySection"[],
    "includesFiled" BOOLEAN NOT NULL DEFAULT false,
    "withTable" BOOLEAN NOT NULL DEFAULT true,
    "title" VARCHAR(200) NOT NULL,
    "introduction" VARCHAR(5000) NOT NULL DEFAULT '',
    "closing" VARCHAR(5000) NOT NULL DEFAULT '',
    "signedOn" DATE NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "orderVersion" INTEGER NOT NULL DEFAULT 0,
    "madeAt" TIMESTAMPTZ(3) NOT NULL,
    "madeById" UUID NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "changedById" UUID NOT NULL,

    CONSTRAINT "Summary_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SummaryEntry" (
    "id" UUID NOT NULL,
    "summaryId" UUID NOT NULL,
    "reportId" UUID NOT NULL,
    "taskId" UUID NOT NULL,
    "filedVersionId" UUID NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "SummaryEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SummaryPassage" (
    "id" UUID NOT NULL,
    "entryId" UUID NOT NULL,
    "section" "EntrySection" NOT NULL,
    "text" VARCHAR(5000),
    "version" INTEGER NOT NULL DEFAULT 1,
    "editedFromId" UUID NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "changedById" UUID NOT NULL,

    CONSTRAINT "SummaryPassage_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Summary_periodId_idx" ON "Summary"("periodId");

-- CreateIndex
CREATE INDEX "Summary_madeById_idx" ON "Summary"("madeById");

-- CreateIndex
CREATE INDEX "Summary_changedById_idx" ON "Summary"("changedById");

-- CreateIndex
CREATE INDEX "SummaryEntry_summaryId_position_idx" ON "SummaryEntry"("summaryId", "position");

-- CreateIndex
CREATE INDEX "SummaryEntry_reportId_idx" ON "SummaryEntry"("reportId");

-- CreateIndex
CREATE INDEX "SummaryEntry_taskId_idx" ON "SummaryEntry"("taskId");

-- CreateIndex
CREATE INDEX "SummaryEntry_filedVersionId_idx" ON "SummaryEntry"("filedVersionId");

-- CreateIndex
CREATE UNIQUE INDEX "SummaryEntry_summaryId_reportId_taskId_key" ON "SummaryEntry"("summaryId", "reportId", "taskId");

-- CreateIndex
CREATE INDEX "SummaryPassage_editedFromId_idx" ON "SummaryPassage"("editedFromId");

-- CreateIndex
CREATE INDEX "SummaryPassage_changedById_idx" ON "SummaryPassage"("changedById");

-- CreateIndex
CREATE UNIQUE INDEX "SummaryPassage_entryId_section_key" ON "SummaryPassage"("entryId", "section");

-- AddForeignKey
ALTER TABLE "Summary" ADD CONSTRAINT "Summary_periodId_fkey" FOREIGN KEY ("periodId") REFERENCES "ReportingPeriod"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Summary" ADD CONSTRAINT "Summary_madeById_fkey" FOREIGN KEY ("madeById") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Summary" ADD CONSTRAINT "Summary_changedById_fkey" FOREIGN KEY ("changedById") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SummaryEntry" ADD CONSTRAINT "SummaryEntry_summaryId_fkey" FOREIGN KEY ("summaryId") REFERENCES "Summary"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SummaryEntry" ADD CONSTRAINT "SummaryEntry_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SummaryEntry" ADD CONSTRAINT "SummaryEntry_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SummaryEntry" ADD CONSTRAINT "SummaryEntry_filedVersionId_fkey" FOREIGN KEY ("filedVersionId") REFERENCES "FiledVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SummaryPassage" ADD CONSTRAINT "SummaryPassage_entryId_fkey" FOREIGN KEY ("entryId") REFERENCES "SummaryEntry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SummaryPassage" ADD CONSTRAINT "SummaryPassage_editedFromId_fkey" FOREIGN KEY ("editedFromId") REFERENCES "FiledVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SummaryPassage" ADD CONSTRAINT "SummaryPassage_changedById_fkey" FOREIGN KEY ("changedById") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "Summary" ADD CONSTRAINT "Summary_has_sections" CHECK (coalesce(cardinality(sections), 0) > 0);
ALTER TABLE "SummaryEntry" ADD CONSTRAINT "SummaryEntry_has_a_place" CHECK (position > 0);
