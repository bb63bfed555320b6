-- AlterTable
ALTER TABLE "Account" ADD COLUMN     "webhookSecret" VARCHAR(200) NOT NULL DEFAULT '';
