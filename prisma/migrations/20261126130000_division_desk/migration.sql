-- The division's remarks on filed versions, and which reviewer reads which agency, with stand-ins.

-- CreateEnum
CREATE TYPE "RemarkAudience" AS ENUM ('division', 'agency');

-- CreateTable
CREATE TABLE "Remark" (
    "id" UUID NOT NULL,
    "reportId" UUID NOT NULL,
    "filedVersionId" UUID NOT NULL,
    "taskId" UUID NOT NULL,
    "section" "EntrySection",
    "audience" "RemarkAudience" NOT NULL,
    "text" VARCHAR(1000) NOT NULL,
    "writtenAt" TIMESTAMPTZ(3) NOT NULL,
    "writtenById" UUID NOT NULL,
    "withdrawnAt" TIMESTAMPTZ(3),

    CONSTRAINT "Remark_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReviewAssignment" (
    "agencyId" UUID NOT NULL,
    "reviewerId" UUID NOT NULL,

    CONSTRAINT "ReviewAssignment_pkey" PRIMARY KEY ("agencyId")
);

-- CreateTable
CREATE TABLE "Leave" (
    "id" UUID NOT NULL,
    "reviewerId" UUID NOT NULL,
    "standInId" UUID NOT NULL,
    "fromOn" DATE NOT NULL,
    "untilOn" DATE NOT NULL,

    CONSTRAINT "Leave_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Remark_reportId_idx" ON "Remark"("reportId");

-- CreateIndex
CREATE INDEX "Remark_filedVersionId_idx" ON "Remark"("filedVersionId");

-- CreateIndex
CREATE INDEX "Remark_taskId_idx" ON "Remark"("taskId");

-- CreateIndex
CREATE INDEX "Remark_writtenById_idx" ON "Remark"("writtenById");

-- CreateIndex
CREATE INDEX "ReviewAssignment_reviewerId_idx" ON "ReviewAssignment"("reviewerId");

-- CreateIndex
CREATE INDEX "Leave_reviewerId_idx" ON "Leave"("reviewerId");

-- CreateIndex
CREATE INDEX "Leave_standInId_idx" ON "Leave"("standInId");

-- AddForeignKey
ALTER TABLE "Remark" ADD CONSTRAINT "Remark_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Remark" ADD CONSTRAINT "Remark_filedVersionId_fkey" FOREIGN KEY ("filedVersionId") REFERENCES "FiledVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Remark" ADD CONSTRAINT "Remark_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Remark" ADD CONSTRAINT "Remark_writtenById_fkey" FOREIGN KEY ("writtenById") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewAssignment" ADD CONSTRAINT "ReviewAssignment_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewAssignment" ADD CONSTRAINT "ReviewAssignment_reviewerId_fkey" FOREIGN KEY ("reviewerId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Leave" ADD CONSTRAINT "Leave_reviewerId_fkey" FOREIGN KEY ("reviewerId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Leave" ADD CONSTRAINT "Leave_standInId_fkey" FOREIGN KEY ("standInId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
