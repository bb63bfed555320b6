-- AlterTable
ALTER TABLE "Agency" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 0;
