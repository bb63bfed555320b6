-- AlterEnum
ALTER TYPE "DocumentKind" ADD VALUE 'summary';

-- AlterTable
ALTER TABLE "DocumentExport" ADD COLUMN     "summaryId" UUID;

-- CreateIndex
CREATE INDEX "DocumentExport_summaryId_idx" ON "DocumentExport"("summaryId");

-- AddForeignKey
ALTER TABLE "DocumentExport" ADD CONSTRAINT "DocumentExport_summaryId_fkey" FOREIGN KEY ("summaryId") REFERENCES "Summary"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- By its words: a value that this script adds cannot be used in it.
ALTER TABLE "DocumentExport" ADD CONSTRAINT "DocumentExport_of_a_summary_names_its_draft"
  CHECK ((kind::text = 'summary') = ("summaryId" IS NOT NULL));
