-- CreateEnum
CREATE TYPE "DocumentKind" AS ENUM ('circular', 'ledger');

-- CreateTable
CREATE TABLE "DocumentExport" (
    "id" UUID NOT NULL,
    "kind" "DocumentKind" NOT NULL,
    "planId" UUID NOT NULL,
    "quarter" VARCHAR(6),
    "year" INTEGER,
    "requestedById" UUID NOT NULL,
    "requestedAt" TIMESTAMPTZ(3) NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "done" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER NOT NULL DEFAULT 0,
    "failed" BOOLEAN NOT NULL DEFAULT false,
    "finishedAt" TIMESTAMPTZ(3),
    "digest" CHAR(64),
    "size" INTEGER,

    CONSTRAINT "DocumentExport_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "DocumentExport_planId_idx" ON "DocumentExport"("planId");

-- CreateIndex
CREATE INDEX "DocumentExport_requestedById_idx" ON "DocumentExport"("requestedById");

-- CreateIndex
CREATE INDEX "DocumentExport_digest_idx" ON "DocumentExport"("digest");

-- AddForeignKey
ALTER TABLE "DocumentExport" ADD CONSTRAINT "DocumentExport_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DocumentExport" ADD CONSTRAINT "DocumentExport_requestedById_fkey" FOREIGN KEY ("requestedById") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A document is of a quarter or of a year, and finished only with its bytes.
ALTER TABLE "DocumentExport" ADD CONSTRAINT "DocumentExport_is_of_a_quarter_or_a_year" CHECK ((quarter IS NULL) <> (year IS NULL));
ALTER TABLE "DocumentExport" ADD CONSTRAINT "DocumentExport_is_finished_with_its_bytes"
  CHECK (num_nonnulls("finishedAt", digest, size) IN (0, 3));
