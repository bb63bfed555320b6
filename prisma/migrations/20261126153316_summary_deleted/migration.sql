-- AlterTable
ALTER TABLE "Summary" ADD COLUMN     "deletedAt" TIMESTAMPTZ(3);
