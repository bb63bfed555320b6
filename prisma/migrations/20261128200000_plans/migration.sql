-- CreateEnum
CREATE TYPE "AgencyChangeKind" AS ENUM ('renamed', 'merged', 'split', 'abolished');

-- CreateEnum
CREATE TYPE "PlanStatus" AS ENUM ('draft', 'issued', 'closed');

-- CreateEnum
CREATE TYPE "Rhythm" AS ENUM ('monthly', 'quarterly', 'half_yearly', 'yearly');

-- CreateEnum
CREATE TYPE "LeadsReporting" AS ENUM ('each', 'first');

-- CreateEnum
CREATE TYPE "TimeLimitKind" AS ENUM ('by_date', 'standing', 'each_period', 'none');

-- CreateEnum
CREATE TYPE "AgencyPart" AS ENUM ('lead', 'support');

-- CreateEnum
CREATE TYPE "BetterDirection" AS ENUM ('up', 'down');

-- CreateEnum
CREATE TYPE "AmendmentKind" AS ENUM ('corrected', 'added', 'split', 'merged', 'moved', 'ended');

-- AlterTable
ALTER TABLE "Account" ADD COLUMN     "allOffices" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "Agency" ADD COLUMN     "abolishedOn" DATE,
ADD COLUMN     "aliases" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "creditCode" VARCHAR(18) NOT NULL DEFAULT '',
ADD COLUMN     "kind" VARCHAR(30) NOT NULL DEFAULT '',
ADD COLUMN     "parentId" UUID,
ADD COLUMN     "shortName" VARCHAR(50) NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "DocumentExport" ALTER COLUMN "quarter" SET DATA TYPE VARCHAR(7);

-- AlterTable
ALTER TABLE "Plan" ADD COLUMN     "contactPerson" VARCHAR(50) NOT NULL DEFAULT '',
ADD COLUMN     "documentNumber" VARCHAR(100) NOT NULL DEFAULT '',
ADD COLUMN     "firstOn" DATE,
ADD COLUMN     "firstPeriod" VARCHAR(7),
ADD COLUMN     "form" JSONB,
ADD COLUMN     "lastOn" DATE,
ADD COLUMN     "leadsReporting" "LeadsReporting" NOT NULL DEFAULT 'each',
ADD COLUMN     "officeId" UUID,
ADD COLUMN     "rhythm" "Rhythm" NOT NULL DEFAULT 'quarterly',
ADD COLUMN     "status" "PlanStatus" NOT NULL DEFAULT 'draft',
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 0,
ALTER COLUMN "noticeText" SET DEFAULT '';

-- AlterTable
ALTER TABLE "ReportingPeriod" ADD COLUMN     "closedAt" TIMESTAMPTZ(3),
ADD COLUMN     "skippedFor" VARCHAR(500) NOT NULL DEFAULT '',
ALTER COLUMN "quarter" SET DATA TYPE VARCHAR(7);

-- AlterTable
ALTER TABLE "Task" ADD COLUMN     "dueKind" "TimeLimitKind" NOT NULL DEFAULT 'none',
ADD COLUMN     "dueOn" DATE,
ADD COLUMN     "dueText" VARCHAR(200) NOT NULL DEFAULT '',
ADD COLUMN     "headings" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "measures" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "number" VARCHAR(32) NOT NULL DEFAULT '',
ADD COLUMN     "shortTitle" VARCHAR(60) NOT NULL DEFAULT '',
ADD COLUMN     "target" VARCHAR(2000) NOT NULL DEFAULT '',
ALTER COLUMN "text" SET DATA TYPE VARCHAR(4000);

-- CreateTable
CREATE TABLE "AgencyGroup" (
    "id" UUID NOT NULL,
    "name" VARCHAR(100) NOT NULL,

    CONSTRAINT "AgencyGroup_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AgencyGroupMember" (
    "groupId" UUID NOT NULL,
    "agencyId" UUID NOT NULL,

    CONSTRAINT "AgencyGroupMember_pkey" PRIMARY KEY ("groupId","agencyId")
);

-- CreateTable
CREATE TABLE "AgencyChange" (
    "id" UUID NOT NULL,
    "agencyId" UUID NOT NULL,
    "kind" "AgencyChangeKind" NOT NULL,
    "changedOn" DATE NOT NULL,
    "nameBefore" VARCHAR(100) NOT NULL,
    "successors" UUID[] DEFAULT ARRAY[]::UUID[],
    "reason" VARCHAR(500) NOT NULL DEFAULT '',

    CONSTRAINT "AgencyChange_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Office" (
    "id" UUID NOT NULL,
    "code" VARCHAR(32) NOT NULL,
    "name" VARCHAR(100) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "Office_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OfficeMember" (
    "officeId" UUID NOT NULL,
    "accountId" UUID NOT NULL,

    CONSTRAINT "OfficeMember_pkey" PRIMARY KEY ("officeId","accountId")
);

-- CreateTable
CREATE TABLE "PlanAgency" (
    "planId" UUID NOT NULL,
    "agencyId" UUID NOT NULL,
    "number" VARCHAR(32) NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "PlanAgency_pkey" PRIMARY KEY ("planId","agencyId")
);

-- CreateTable
CREATE TABLE "TaskLead" (
    "id" UUID NOT NULL,
    "taskId" UUID NOT NULL,
    "agencyId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "fromPeriod" VARCHAR(7),
    "untilPeriod" VARCHAR(7),

    CONSTRAINT "TaskLead_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TaskGroup" (
    "taskId" UUID NOT NULL,
    "part" "AgencyPart" NOT NULL,
    "name" VARCHAR(100) NOT NULL,

    CONSTRAINT "TaskGroup_pkey" PRIMARY KEY ("taskId","part","name")
);

-- CreateTable
CREATE TABLE "Indicator" (
    "id" UUID NOT NULL,
    "taskId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" VARCHAR(100) NOT NULL,
    "unit" VARCHAR(20) NOT NULL DEFAULT '',
    "baseline" DECIMAL(20,4),
    "target" DECIMAL(20,4),
    "periodTargets" JSONB NOT NULL DEFAULT '{}',
    "cumulative" BOOLEAN NOT NULL DEFAULT true,
    "better" "BetterDirection" NOT NULL DEFAULT 'up',

    CONSTRAINT "Indicator_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Milestone" (
    "id" UUID NOT NULL,
    "taskId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" VARCHAR(200) NOT NULL,
    "dueOn" DATE,

    CONSTRAINT "Milestone_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TaskAmendment" (
    "id" UUID NOT NULL,
    "planId" UUID NOT NULL,
    "taskId" UUID NOT NULL,
    "kind" "AmendmentKind" NOT NULL,
    "fromPeriod" VARCHAR(7) NOT NULL,
    "before" JSONB NOT NULL,
    "after" JSONB NOT NULL,
    "reason" VARCHAR(1000) NOT NULL,
    "madeAt" TIMESTAMPTZ(3) NOT NULL,
    "madeById" UUID NOT NULL,

    CONSTRAINT "TaskAmendment_pkey" PRIMARY KEY ("id")
);

-- The plans that are stored carry on: each belongs to the office that it names for questions, and is issued. Those who
-- held a role of the division hold it for these offices.
INSERT INTO "Office" (id, code, name)
SELECT gen_random_uuid(), 'office-' || row_number() OVER (ORDER BY min("issuedOn"), "contactOffice"), "contactOffice"
FROM "Plan" GROUP BY "contactOffice";

INSERT INTO "OfficeMember" ("officeId", "accountId")
SELECT o.id, a.id FROM "Office" o, "Account" a WHERE a.roles && ARRAY['reviewer', 'coordinator', 'leader']::"Role"[];

UPDATE "Plan" l SET
  status = 'issued',
  "officeId" = (SELECT o.id FROM "Office" o WHERE o.name = l."contactOffice"),
  "firstOn" = make_date(coalesce((SELECT min(left(p.quarter, 4))::int FROM "ReportingPeriod" p WHERE p."planId" = l.id),
    extract(year FROM l."issuedOn")::int), 1, 1),
  "lastOn" = make_date(coalesce((SELECT max(left(p.quarter, 4))::int FROM "ReportingPeriod" p WHERE p."planId" = l.id),
    extract(year FROM l."issuedOn")::int), 12, 31);

ALTER TABLE "Plan" ALTER COLUMN "officeId" SET NOT NULL,
ALTER COLUMN "firstOn" SET NOT NULL,
ALTER COLUMN "lastOn" SET NOT NULL;

INSERT INTO "TaskLead" (id, "taskId", "agencyId", position)
SELECT gen_random_uuid(), id, "leadAgencyId", 1 FROM "Task";

INSERT INTO "PlanAgency" ("planId", "agencyId", number, position)
SELECT DISTINCT t."planId", a.id, a.code, a.position FROM "Task" t JOIN "Agency" a ON a.id = t."leadAgencyId";

-- CreateIndex
CREATE UNIQUE INDEX "AgencyGroup_name_key" ON "AgencyGroup"("name");

-- CreateIndex
CREATE INDEX "AgencyGroupMember_agencyId_idx" ON "AgencyGroupMember"("agencyId");

-- CreateIndex
CREATE INDEX "AgencyChange_agencyId_idx" ON "AgencyChange"("agencyId");

-- CreateIndex
CREATE UNIQUE INDEX "Office_code_key" ON "Office"("code");

-- CreateIndex
CREATE UNIQUE INDEX "Office_name_key" ON "Office"("name");

-- CreateIndex
CREATE INDEX "OfficeMember_accountId_idx" ON "OfficeMember"("accountId");

-- CreateIndex
CREATE INDEX "PlanAgency_agencyId_idx" ON "PlanAgency"("agencyId");

-- CreateIndex
CREATE UNIQUE INDEX "PlanAgency_planId_number_key" ON "PlanAgency"("planId", "number");

-- CreateIndex
CREATE INDEX "TaskLead_taskId_idx" ON "TaskLead"("taskId");

-- CreateIndex
CREATE INDEX "TaskLead_agencyId_idx" ON "TaskLead"("agencyId");

-- CreateIndex
CREATE UNIQUE INDEX "Indicator_taskId_position_key" ON "Indicator"("taskId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "Milestone_taskId_position_key" ON "Milestone"("taskId", "position");

-- CreateIndex
CREATE INDEX "TaskAmendment_planId_idx" ON "TaskAmendment"("planId");

-- CreateIndex
CREATE INDEX "TaskAmendment_taskId_idx" ON "TaskAmendment"("taskId");

-- CreateIndex
CREATE INDEX "TaskAmendment_madeById_idx" ON "TaskAmendment"("madeById");

-- CreateIndex
CREATE INDEX "Agency_parentId_idx" ON "Agency"("parentId");

-- CreateIndex
CREATE INDEX "Plan_officeId_idx" ON "Plan"("officeId");

-- AddForeignKey
ALTER TABLE "Agency" ADD CONSTRAINT "Agency_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Agency"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgencyGroupMember" ADD CONSTRAINT "AgencyGroupMember_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "AgencyGroup"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgencyGroupMember" ADD CONSTRAINT "AgencyGroupMember_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgencyChange" ADD CONSTRAINT "AgencyChange_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OfficeMember" ADD CONSTRAINT "OfficeMember_officeId_fkey" FOREIGN KEY ("officeId") REFERENCES "Office"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OfficeMember" ADD CONSTRAINT "OfficeMember_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Plan" ADD CONSTRAINT "Plan_officeId_fkey" FOREIGN KEY ("officeId") REFERENCES "Office"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlanAgency" ADD CONSTRAINT "PlanAgency_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlanAgency" ADD CONSTRAINT "PlanAgency_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TaskLead" ADD CONSTRAINT "TaskLead_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TaskLead" ADD CONSTRAINT "TaskLead_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TaskGroup" ADD CONSTRAINT "TaskGroup_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Indicator" ADD CONSTRAINT "Indicator_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Milestone" ADD CONSTRAINT "Milestone_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TaskAmendment" ADD CONSTRAINT "TaskAmendment_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TaskAmendment" ADD CONSTRAINT "TaskAmendment_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TaskAmendment" ADD CONSTRAINT "TaskAmendment_madeById_fkey" FOREIGN KEY ("madeById") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- An issued plan's changes stay on record as they were made.
CREATE TRIGGER "TaskAmendment_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "TaskAmendment"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER "AgencyChange_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "AgencyChange"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
