-- The reader of an agency's reports is chosen for each plan.
ALTER TABLE "ReviewAssignment" DROP CONSTRAINT "ReviewAssignment_pkey";
ALTER TABLE "ReviewAssignment" ADD COLUMN "planId" UUID;

-- Until now an assignment held for all plans.
INSERT INTO "ReviewAssignment" ("planId", "agencyId", "reviewerId")
SELECT l.id, s."agencyId", s."reviewerId" FROM "ReviewAssignment" s CROSS JOIN "Plan" l;
DELETE FROM "ReviewAssignment" WHERE "planId" IS NULL;

ALTER TABLE "ReviewAssignment" ALTER COLUMN "planId" SET NOT NULL;
ALTER TABLE "ReviewAssignment" ADD CONSTRAINT "ReviewAssignment_pkey" PRIMARY KEY ("planId", "agencyId");
CREATE INDEX "ReviewAssignment_agencyId_idx" ON "ReviewAssignment"("agencyId");
ALTER TABLE "ReviewAssignment" ADD CONSTRAINT "ReviewAssignment_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
