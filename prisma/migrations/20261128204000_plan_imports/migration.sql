-- CreateEnum
CREATE TYPE "PlanImportStatus" AS ENUM ('open', 'storing', 'stored', 'discarded');

-- CreateTable
CREATE TABLE "PlanImport" (
    "id" UUID NOT NULL,
    "officeId" UUID NOT NULL,
    "madeById" UUID NOT NULL,
    "madeAt" TIMESTAMPTZ(3) NOT NULL,
    "fileName" VARCHAR(200) NOT NULL,
    "file" BYTEA NOT NULL,
    "source" JSONB NOT NULL,
    "edits" JSONB NOT NULL DEFAULT '[]',
    "version" INTEGER NOT NULL DEFAULT 0,
    "status" "PlanImportStatus" NOT NULL DEFAULT 'open',
    "planId" UUID,
    "target" JSONB,
    "done" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER NOT NULL DEFAULT 0,
    "failed" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "PlanImport_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "PlanImport_officeId_idx" ON "PlanImport"("officeId");

-- CreateIndex
CREATE INDEX "PlanImport_madeById_idx" ON "PlanImport"("madeById");

-- CreateIndex
CREATE INDEX "PlanImport_planId_idx" ON "PlanImport"("planId");

-- AddForeignKey
ALTER TABLE "PlanImport" ADD CONSTRAINT "PlanImport_officeId_fkey" FOREIGN KEY ("officeId") REFERENCES "Office"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlanImport" ADD CONSTRAINT "PlanImport_madeById_fkey" FOREIGN KEY ("madeById") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlanImport" ADD CONSTRAINT "PlanImport_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan"("id") ON DELETE SET NULL ON UPDATE CASCADE;
