-- AlterTable
ALTER TABLE "Agency" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 0;

-- The public pages name agencies (lib/domain/review/public-events.ts, publicRegisterEvents).
CREATE TRIGGER "Event_register_change" AFTER INSERT ON "Event"
  FOR EACH ROW WHEN (NEW.name IN ('agency-renamed', 'agency-merged', 'agency-split', 'agency-abolished'))
  EXECUTE FUNCTION tell_plan_change();
