-- An agency is told of the remarks that are meant for it. lib/domain/told-events.ts holds the same list.
DROP TRIGGER "Event_untold" ON "Event";

CREATE TRIGGER "Event_untold" AFTER INSERT ON "Event"
  FOR EACH ROW WHEN (NEW."reportId" IS NOT NULL AND NEW.name IN ('report-chased', 'report-accepted', 'report-returned',
    'report-reopened', 'extension-requested', 'extension-decided', 'extension-granted', 'remark-added')
    AND coalesce(NEW.detail ->> 'audience', 'agency') = 'agency')
  EXECUTE FUNCTION keep_untold_event();
