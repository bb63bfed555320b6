-- AlterTable
ALTER TABLE "Notification" ADD COLUMN     "number" BIGSERIAL NOT NULL;
