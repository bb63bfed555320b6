-- AlterTable
ALTER TABLE "Evidence" ADD COLUMN     "missingSince" TIMESTAMPTZ(3),
ADD COLUMN     "scanTriedAt" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX "Session_createdAt_idx" ON "Session"("createdAt");

-- ---------------------------------------------------------------- evidence that waits for a scan, or whose bytes are gone

-- Files that no scanner has seen are looked for every minute, among all that ever were uploaded.
CREATE INDEX "Evidence_unscanned_idx" ON "Evidence"("scanTriedAt" NULLS FIRST, "uploadedAt") WHERE scan IN ('not_required', 'pending');

CREATE INDEX "Evidence_missing_idx" ON "Evidence"("digest") WHERE "missingSince" IS NOT NULL;

-- lib/domain/chasing/notified-events.ts gives the recipients of each of these, and the reason why other events have none.
DROP TRIGGER "Event_untold" ON "Event";

CREATE TRIGGER "Event_untold" AFTER INSERT ON "Event"
  FOR EACH ROW WHEN (NEW."reportId" IS NOT NULL AND NEW.name IN (
    'sign-off-requested', 'sign-off-taken-back', 'approver-reminded', 'report-sent-back', 'reporter-reminded',
    'contribution-added', 'contribution-withdrawn', 'contribution-decided',
    'report-filed', 'report-accepted', 'report-returned', 'report-reopened', 'remark-added', 'report-chased',
    'extension-requested', 'extension-taken-back', 'extension-decided', 'extension-granted',
    'late-filing-opened', 'late-filing-closed',
    'publication-proposed', 'publication-declined', 'report-published', 'publication-withdrawn',
    'evidence-infected', 'filed-evidence-infected')
    AND coalesce(NEW.detail ->> 'audience', 'agency') = 'agency')
  EXECUTE FUNCTION keep_untold_event();
