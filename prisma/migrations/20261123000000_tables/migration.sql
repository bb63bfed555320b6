-- The one clock of the database. A demonstration adds its offset; elsewhere the offset is always 0 (see the walls).
CREATE FUNCTION portal_now() RETURNS timestamptz LANGUAGE plpgsql VOLATILE AS $$
BEGIN
  RETURN clock_timestamp() + make_interval(secs => coalesce((SELECT "clockOffset" FROM "Portal" WHERE id = 1), 0));
END $$;

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "SetUpAs" AS ENUM ('demonstration', 'production');

-- CreateEnum
CREATE TYPE "CalendarDayKind" AS ENUM ('statutory_holiday', 'makeup_workday');

-- CreateEnum
CREATE TYPE "ReportStatus" AS ENUM ('not_started', 'draft', 'awaiting_sign_off', 'filed', 'returned', 'accepted');

-- CreateEnum
CREATE TYPE "Timeliness" AS ENUM ('on_time', 'extended', 'late');

-- CreateEnum
CREATE TYPE "ProgressLight" AS ENUM ('normal', 'attention', 'blocked', 'completed');

-- CreateEnum
CREATE TYPE "ReviewOutcome" AS ENUM ('accepted', 'returned');

-- CreateEnum
CREATE TYPE "ExtensionOutcome" AS ENUM ('granted', 'shortened', 'refused');

-- CreateEnum
CREATE TYPE "PublicationKind" AS ENUM ('published', 'corrected', 'withdrawn');

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('reporter', 'approver', 'reviewer', 'coordinator', 'leader', 'system_administrator', 'security_administrator', 'auditor');

-- CreateTable
CREATE TABLE "Portal" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "setUpAs" "SetUpAs" NOT NULL,
    "clockOffset" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Portal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Plan" (
    "id" UUID NOT NULL,
    "code" VARCHAR(32) NOT NULL,
    "title" VARCHAR(200) NOT NULL,
    "issuer" VARCHAR(100) NOT NULL,
    "issuedOn" DATE NOT NULL,
    "contactOffice" VARCHAR(100) NOT NULL,
    "noticeText" VARCHAR(20000) NOT NULL,
    "deadlineRule" JSONB NOT NULL,

    CONSTRAINT "Plan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Agency" (
    "id" UUID NOT NULL,
    "code" VARCHAR(32) NOT NULL,
    "name" VARCHAR(100) NOT NULL,
    "position" INTEGER NOT NULL,
    "signOffRequired" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Agency_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Task" (
    "id" UUID NOT NULL,
    "planId" UUID NOT NULL,
    "leadAgencyId" UUID NOT NULL,
    "code" VARCHAR(32) NOT NULL,
    "position" INTEGER NOT NULL,
    "text" VARCHAR(2000) NOT NULL,

    CONSTRAINT "Task_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SupportingAgency" (
    "taskId" UUID NOT NULL,
    "agencyId" UUID NOT NULL,

    CONSTRAINT "SupportingAgency_pkey" PRIMARY KEY ("taskId","agencyId")
);

-- CreateTable
CREATE TABLE "ReportingPeriod" (
    "id" UUID NOT NULL,
    "planId" UUID NOT NULL,
    "quarter" VARCHAR(6) NOT NULL,
    "opensAt" TIMESTAMPTZ(3) NOT NULL,
    "dueOn" DATE NOT NULL,
    "closesAt" TIMESTAMPTZ(3) NOT NULL,
    "provisional" BOOLEAN NOT NULL,
    "reasons" JSONB NOT NULL,

    CONSTRAINT "ReportingPeriod_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CalendarDay" (
    "date" DATE NOT NULL,
    "kind" "CalendarDayKind" NOT NULL,
    "name" VARCHAR(60) NOT NULL,
    "source" VARCHAR(200) NOT NULL,

    CONSTRAINT "CalendarDay_pkey" PRIMARY KEY ("date")
);

-- CreateTable
CREATE TABLE "CalendarYear" (
    "year" INTEGER NOT NULL,
    "confirmed" BOOLEAN NOT NULL,
    "source" VARCHAR(200) NOT NULL,

    CONSTRAINT "CalendarYear_pkey" PRIMARY KEY ("year")
);

-- CreateTable
CREATE TABLE "Report" (
    "id" UUID NOT NULL,
    "periodId" UUID NOT NULL,
    "agencyId" UUID NOT NULL,
    "status" "ReportStatus" NOT NULL DEFAULT 'not_started',
    "version" INTEGER NOT NULL DEFAULT 0,
    "filedVersions" INTEGER NOT NULL DEFAULT 0,
    "timeliness" "Timeliness",
    "reviewBegunAt" TIMESTAMPTZ(3),
    "extendedDueOn" DATE,
    "extendedClosesAt" TIMESTAMPTZ(3),
    "returnDueOn" DATE,
    "returnClosesAt" TIMESTAMPTZ(3),
    "publicationId" UUID,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Entry" (
    "id" UUID NOT NULL,
    "reportId" UUID NOT NULL,
    "taskId" UUID NOT NULL,
    "progress" VARCHAR(3000) NOT NULL DEFAULT '',
    "problems" VARCHAR(3000) NOT NULL DEFAULT '',
    "results" VARCHAR(3000) NOT NULL DEFAULT '',
    "nextSteps" VARCHAR(3000) NOT NULL DEFAULT '',
    "noProgress" BOOLEAN NOT NULL DEFAULT false,
    "noProgressReason" VARCHAR(500) NOT NULL DEFAULT '',
    "noProblems" BOOLEAN NOT NULL DEFAULT false,
    "light" "ProgressLight",
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FiledVersion" (
    "id" UUID NOT NULL,
    "reportId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "snapshot" JSONB NOT NULL,
    "digest" CHAR(64) NOT NULL,
    "receiptNumber" VARCHAR(40) NOT NULL,
    "filedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT portal_now(),
    "filedById" UUID NOT NULL,
    "timeliness" "Timeliness" NOT NULL,

    CONSTRAINT "FiledVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Review" (
    "id" UUID NOT NULL,
    "reportId" UUID NOT NULL,
    "filedVersionId" UUID NOT NULL,
    "reviewerId" UUID NOT NULL,
    "begunAt" TIMESTAMPTZ(3) NOT NULL,
    "outcome" "ReviewOutcome",
    "decidedAt" TIMESTAMPTZ(3),
    "returnDueOn" DATE,

    CONSTRAINT "Review_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReviewComment" (
    "id" UUID NOT NULL,
    "reviewId" UUID NOT NULL,
    "taskId" UUID NOT NULL,
    "text" VARCHAR(1000) NOT NULL,

    CONSTRAINT "ReviewComment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Extension" (
    "id" UUID NOT NULL,
    "reportId" UUID NOT NULL,
    "reason" VARCHAR(1000) NOT NULL,
    "proposedOn" DATE NOT NULL,
    "requestedAt" TIMESTAMPTZ(3) NOT NULL,
    "requestedById" UUID NOT NULL,
    "outcome" "ExtensionOutcome",
    "grantedDueOn" DATE,
    "decisionNote" VARCHAR(1000) NOT NULL DEFAULT '',
    "decidedAt" TIMESTAMPTZ(3),
    "decidedById" UUID,

    CONSTRAINT "Extension_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Publication" (
    "id" UUID NOT NULL,
    "reportId" UUID NOT NULL,
    "filedVersionId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" "PublicationKind" NOT NULL,
    "content" JSONB,
    "reason" VARCHAR(1000) NOT NULL DEFAULT '',
    "secrecyReviewer" VARCHAR(50) NOT NULL DEFAULT '',
    "secrecyReviewedOn" DATE,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,
    "publishedById" UUID NOT NULL,

    CONSTRAINT "Publication_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Account" (
    "id" UUID NOT NULL,
    "userName" VARCHAR(50) NOT NULL,
    "displayName" VARCHAR(50) NOT NULL,
    "passwordHash" VARCHAR(200) NOT NULL,
    "mustChangePassword" BOOLEAN NOT NULL DEFAULT true,
    "roles" "Role"[],
    "agencyId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "endedAt" TIMESTAMPTZ(3),
    "address" VARCHAR(64) NOT NULL DEFAULT '',
    "userAgent" VARCHAR(300) NOT NULL DEFAULT '',

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SignInFailure" (
    "key" VARCHAR(200) NOT NULL,
    "points" INTEGER NOT NULL,
    "expire" TIMESTAMPTZ(3),

    CONSTRAINT "SignInFailure_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Event" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT portal_now(),
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "name" VARCHAR(60) NOT NULL,
    "accountId" UUID,
    "reportId" UUID,
    "address" VARCHAR(64) NOT NULL DEFAULT '',
    "detail" JSONB NOT NULL,

    CONSTRAINT "Event_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Plan_code_key" ON "Plan"("code");

-- CreateIndex
CREATE UNIQUE INDEX "Agency_code_key" ON "Agency"("code");

-- CreateIndex
CREATE UNIQUE INDEX "Agency_name_key" ON "Agency"("name");

-- CreateIndex
CREATE INDEX "Agency_position_idx" ON "Agency"("position");

-- CreateIndex
CREATE UNIQUE INDEX "Task_code_key" ON "Task"("code");

-- CreateIndex
CREATE INDEX "Task_leadAgencyId_idx" ON "Task"("leadAgencyId");

-- CreateIndex
CREATE UNIQUE INDEX "Task_planId_position_key" ON "Task"("planId", "position");

-- CreateIndex
CREATE INDEX "SupportingAgency_agencyId_idx" ON "SupportingAgency"("agencyId");

-- CreateIndex
CREATE UNIQUE INDEX "ReportingPeriod_planId_quarter_key" ON "ReportingPeriod"("planId", "quarter");

-- CreateIndex
CREATE UNIQUE INDEX "Report_publicationId_key" ON "Report"("publicationId");

-- CreateIndex
CREATE INDEX "Report_agencyId_idx" ON "Report"("agencyId");

-- CreateIndex
CREATE INDEX "Report_periodId_status_idx" ON "Report"("periodId", "status");

-- CreateIndex
CREATE UNIQUE INDEX "Report_periodId_agencyId_key" ON "Report"("periodId", "agencyId");

-- CreateIndex
CREATE INDEX "Entry_taskId_idx" ON "Entry"("taskId");

-- CreateIndex
CREATE UNIQUE INDEX "Entry_reportId_taskId_key" ON "Entry"("reportId", "taskId");

-- CreateIndex
CREATE UNIQUE INDEX "FiledVersion_receiptNumber_key" ON "FiledVersion"("receiptNumber");

-- CreateIndex
CREATE INDEX "FiledVersion_filedById_idx" ON "FiledVersion"("filedById");

-- CreateIndex
CREATE UNIQUE INDEX "FiledVersion_reportId_number_key" ON "FiledVersion"("reportId", "number");

-- CreateIndex
CREATE INDEX "Review_reportId_idx" ON "Review"("reportId");

-- CreateIndex
CREATE INDEX "Review_filedVersionId_idx" ON "Review"("filedVersionId");

-- CreateIndex
CREATE INDEX "Review_reviewerId_idx" ON "Review"("reviewerId");

-- CreateIndex
CREATE INDEX "ReviewComment_taskId_idx" ON "ReviewComment"("taskId");

-- CreateIndex
CREATE UNIQUE INDEX "ReviewComment_reviewId_taskId_key" ON "ReviewComment"("reviewId", "taskId");

-- CreateIndex
CREATE INDEX "Extension_reportId_idx" ON "Extension"("reportId");

-- CreateIndex
CREATE INDEX "Extension_requestedById_idx" ON "Extension"("requestedById");

-- CreateIndex
CREATE INDEX "Extension_decidedById_idx" ON "Extension"("decidedById");

-- CreateIndex
CREATE INDEX "Publication_filedVersionId_idx" ON "Publication"("filedVersionId");

-- CreateIndex
CREATE INDEX "Publication_publishedById_idx" ON "Publication"("publishedById");

-- CreateIndex
CREATE UNIQUE INDEX "Publication_reportId_number_key" ON "Publication"("reportId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Account_userName_key" ON "Account"("userName");

-- CreateIndex
CREATE INDEX "Account_agencyId_idx" ON "Account"("agencyId");

-- CreateIndex
CREATE INDEX "Session_accountId_idx" ON "Session"("accountId");

-- CreateIndex
CREATE INDEX "Event_reportId_idx" ON "Event"("reportId");

-- CreateIndex
CREATE INDEX "Event_accountId_idx" ON "Event"("accountId");

-- CreateIndex
CREATE INDEX "Event_name_at_idx" ON "Event"("name", "at");

-- AddForeignKey
ALTER TABLE "Task" ADD CONSTRAINT "Task_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Task" ADD CONSTRAINT "Task_leadAgencyId_fkey" FOREIGN KEY ("leadAgencyId") REFERENCES "Agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SupportingAgency" ADD CONSTRAINT "SupportingAgency_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SupportingAgency" ADD CONSTRAINT "SupportingAgency_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportingPeriod" ADD CONSTRAINT "ReportingPeriod_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Report" ADD CONSTRAINT "Report_periodId_fkey" FOREIGN KEY ("periodId") REFERENCES "ReportingPeriod"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Report" ADD CONSTRAINT "Report_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Report" ADD CONSTRAINT "Report_publicationId_fkey" FOREIGN KEY ("publicationId") REFERENCES "Publication"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Entry" ADD CONSTRAINT "Entry_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Entry" ADD CONSTRAINT "Entry_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FiledVersion" ADD CONSTRAINT "FiledVersion_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FiledVersion" ADD CONSTRAINT "FiledVersion_filedById_fkey" FOREIGN KEY ("filedById") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Review" ADD CONSTRAINT "Review_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Review" ADD CONSTRAINT "Review_filedVersionId_fkey" FOREIGN KEY ("filedVersionId") REFERENCES "FiledVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Review" ADD CONSTRAINT "Review_reviewerId_fkey" FOREIGN KEY ("reviewerId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewComment" ADD CONSTRAINT "ReviewComment_reviewId_fkey" FOREIGN KEY ("reviewId") REFERENCES "Review"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewComment" ADD CONSTRAINT "ReviewComment_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Extension" ADD CONSTRAINT "Extension_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Extension" ADD CONSTRAINT "Extension_requestedById_fkey" FOREIGN KEY ("requestedById") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Extension" ADD CONSTRAINT "Extension_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Publication" ADD CONSTRAINT "Publication_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Publication" ADD CONSTRAINT "Publication_filedVersionId_fkey" FOREIGN KEY ("filedVersionId") REFERENCES "FiledVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Publication" ADD CONSTRAINT "Publication_publishedById_fkey" FOREIGN KEY ("publishedById") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Account" ADD CONSTRAINT "Account_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Agency"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Event" ADD CONSTRAINT "Event_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Event" ADD CONSTRAINT "Event_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE SET NULL ON UPDATE CASCADE;
