import type { Sql } from './sql';

/** Lists rows that contradict one another; there must be none, even after a process was killed. */
export const outOfStep = (sql: Sql) =>
  sql(`
    WITH filed AS (SELECT "reportId", count(*) AS versions, max(number) AS latest FROM "FiledVersion" GROUP BY 1),
      past AS (SELECT "reportId", count(*) AS events, (array_agg(detail->>'to' ORDER BY id DESC))[1] AS status FROM "Event" GROUP BY 1),
      withdrawn AS (SELECT id FROM "Report" WHERE status NOT IN ('filed', 'returned', 'accepted')
        AND id NOT IN (SELECT "reportId" FROM "Review" WHERE outcome = 'returned'))
    SELECT r.id, 'the report and its history' AS what FROM "Report" r LEFT JOIN filed ON filed."reportId" = r.id LEFT JOIN past ON past."reportId" = r.id
      WHERE r."filedVersions" <> coalesce(versions, 0) OR r."filedVersions" <> coalesce(latest, 0)
        OR r.version <> 7 + coalesce(events, 0) OR r.status::text <> coalesce(past.status, 'draft')
        OR (r.timeliness IS NULL) <> (r."filedVersions" = 0 OR r.id IN (SELECT id FROM withdrawn))
    UNION ALL
    SELECT v.id, 'a version and its event' FROM "FiledVersion" v WHERE 1 <> (SELECT count(*) FROM "Event" e
      WHERE e."reportId" = v."reportId" AND e.name = 'report-filed' AND e.detail->>'receiptNumber' = v."receiptNumber"
        AND e.detail->>'digest' = v.digest)
    UNION ALL
    SELECT e."reportId", 'an event without its version' FROM "Event" e WHERE e.name = 'report-filed'
      AND NOT EXISTS (SELECT FROM "FiledVersion" v WHERE v."receiptNumber" = e.detail->>'receiptNumber')`);
