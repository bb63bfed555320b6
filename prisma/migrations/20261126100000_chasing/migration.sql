-- CreateEnum
CREATE TYPE "DeliveryChannel" AS ENUM ('mail', 'webhook', 'sms');

-- CreateEnum
CREATE TYPE "DeliveryStatus" AS ENUM ('pending', 'sending', 'handing_over', 'sent', 'failed', 'uncertain', 'dropped');

-- CreateEnum
CREATE TYPE "NotificationKind" AS ENUM ('ladder', 'chased', 'decision');

-- AlterTable
ALTER TABLE "Account" ADD COLUMN     "channels" "DeliveryChannel"[] DEFAULT ARRAY[]::"DeliveryChannel"[],
ADD COLUMN     "mailAddress" VARCHAR(200) NOT NULL DEFAULT '',
ADD COLUMN     "phone" VARCHAR(20) NOT NULL DEFAULT '',
ADD COLUMN     "webhookUrl" VARCHAR(500) NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "Plan" ADD COLUMN     "chasingLadder" JSONB;

-- CreateTable
CREATE TABLE "Notification" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "kind" "NotificationKind" NOT NULL,
    "cause" VARCHAR(120) NOT NULL,
    "reportId" UUID,
    "subject" VARCHAR(200) NOT NULL,
    "body" VARCHAR(2000) NOT NULL,
    "link" VARCHAR(200) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "readAt" TIMESTAMPTZ(3),

    CONSTRAINT "Notification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Delivery" (
    "id" UUID NOT NULL,
    "notificationId" UUID NOT NULL,
    "channel" "DeliveryChannel" NOT NULL,
    "status" "DeliveryStatus" NOT NULL DEFAULT 'pending',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "nextAttemptAt" TIMESTAMPTZ(3) NOT NULL,
    "lastError" VARCHAR(500) NOT NULL DEFAULT '',
    "sentAt" TIMESTAMPTZ(3),

    CONSTRAINT "Delivery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "UntoldEvent" (
    "eventId" BIGINT NOT NULL,

    CONSTRAINT "UntoldEvent_pkey" PRIMARY KEY ("eventId")
);

-- CreateIndex
CREATE INDEX "Notification_accountId_createdAt_idx" ON "Notification"("accountId", "createdAt");

-- CreateIndex
CREATE INDEX "Notification_reportId_idx" ON "Notification"("reportId");

-- CreateIndex
CREATE INDEX "Notification_createdAt_idx" ON "Notification"("createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Notification_accountId_cause_key" ON "Notification"("accountId", "cause");

-- CreateIndex
CREATE INDEX "Delivery_status_nextAttemptAt_idx" ON "Delivery"("status", "nextAttemptAt");

-- CreateIndex
CREATE UNIQUE INDEX "Delivery_notificationId_channel_key" ON "Delivery"("notificationId", "channel");

-- AddForeignKey
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Delivery" ADD CONSTRAINT "Delivery_notificationId_fkey" FOREIGN KEY ("notificationId") REFERENCES "Notification"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------- nobody is told twice, and nobody is forgotten

-- What is read: a person's unread messages are counted on every page.
CREATE INDEX "Notification_unread_idx" ON "Notification"("accountId") WHERE "readAt" IS NULL;

-- An event that somebody is to be told of waits beside the history, from the same transaction on: numbers of events are
-- given before their transactions end, so that a reader who keeps a position would pass over one that ends late.
-- lib/domain/told-events.ts holds the same list.
CREATE FUNCTION keep_untold_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "UntoldEvent" ("eventId") VALUES (NEW.id);
  RETURN NULL;
END $$;

CREATE TRIGGER "Event_untold" AFTER INSERT ON "Event"
  FOR EACH ROW WHEN (NEW."reportId" IS NOT NULL AND NEW.name IN ('report-chased', 'report-accepted', 'report-returned',
    'report-reopened', 'extension-requested', 'extension-decided', 'extension-granted'))
  EXECUTE FUNCTION keep_untold_event();
