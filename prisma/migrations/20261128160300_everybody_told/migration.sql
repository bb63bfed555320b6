-- AlterEnum
ALTER TYPE "NotificationKind" ADD VALUE 'notice';
ALTER TYPE "NotificationKind" ADD VALUE 'digest';

-- AlterTable
ALTER TABLE "Notification" ADD COLUMN     "eventId" BIGINT;

-- AlterTable
ALTER TABLE "Plan" ADD COLUMN     "contactPhone" VARCHAR(50) NOT NULL DEFAULT '';

-- CreateIndex
CREATE INDEX "Notification_eventId_idx" ON "Notification"("eventId");

-- AddForeignKey
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- ---------------------------------------------------------------- whoever has to act is notified

-- The cause of an earlier message names its event, from which follows whether anything is left to do about it.
UPDATE "Notification" n SET "eventId" = e.id FROM "Event" e WHERE n.cause = 'event/' || e.id;

-- The notice gives the telephone of its contact office; lib/imports/notice-text.ts reads it for later plans.
UPDATE "Plan" SET "contactPhone" = left(btrim(found[1]), 50)
FROM (SELECT id AS "planId", regexp_match("noticeText", '联系电话\s*[:：]\s*([0-9][0-9 、,，()（）+-]*)') AS found FROM "Plan") read
WHERE read."planId" = "Plan".id AND found IS NOT NULL;

-- lib/domain/chasing/notified-events.ts gives the recipients of each of these, and the reason why other events have none.
DROP TRIGGER "Event_untold" ON "Event";

CREATE TRIGGER "Event_untold" AFTER INSERT ON "Event"
  FOR EACH ROW WHEN (NEW."reportId" IS NOT NULL AND NEW.name IN (
    'sign-off-requested', 'sign-off-taken-back', 'approver-reminded', 'report-sent-back', 'reporter-reminded',
    'contribution-added', 'contribution-withdrawn', 'contribution-decided',
    'report-filed', 'report-accepted', 'report-returned', 'report-reopened', 'remark-added', 'report-chased',
    'extension-requested', 'extension-taken-back', 'extension-decided', 'extension-granted',
    'late-filing-opened', 'late-filing-closed',
    'publication-proposed', 'publication-declined', 'report-published', 'publication-withdrawn')
    AND coalesce(NEW.detail ->> 'audience', 'agency') = 'agency')
  EXECUTE FUNCTION keep_untold_event();
