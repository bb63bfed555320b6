-- AlterTable
ALTER TABLE "DocumentExport" ADD COLUMN     "countedAt" TIMESTAMPTZ(3);
