-- CreateTable
CREATE TABLE "Heartbeat" (
    "name" VARCHAR(20) NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Heartbeat_pkey" PRIMARY KEY ("name")
);

-- The defaults below were filled in by the portal's processes, each by its own clock. The database's clock decides.
ALTER TABLE "Account" ALTER COLUMN "createdAt" SET DEFAULT clock_timestamp();
ALTER TABLE "Session" ALTER COLUMN "createdAt" SET DEFAULT clock_timestamp(), ALTER COLUMN "lastSeenAt" SET DEFAULT clock_timestamp();
ALTER TABLE "DocumentExport" ALTER COLUMN "recordedAt" SET DEFAULT clock_timestamp();
ALTER TABLE "Event" ALTER COLUMN "recordedAt" SET DEFAULT clock_timestamp();
