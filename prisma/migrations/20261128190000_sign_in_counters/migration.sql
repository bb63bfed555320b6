-- Counters of wrong passwords by address, by address and account, and by known device and account. What the table before
-- held were windows of a quarter of an hour.

DROP TABLE "SignInFailure";

CREATE TABLE "SignInCounter" (
    "addressKey" VARCHAR(64) NOT NULL,
    "userName" VARCHAR(100) NOT NULL,
    "device" VARCHAR(64) NOT NULL,
    "wrong" TIMESTAMPTZ(3)[],
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SignInCounter_pkey" PRIMARY KEY ("addressKey","userName","device")
);
CREATE INDEX "SignInCounter_expiresAt_idx" ON "SignInCounter"("expiresAt");

CREATE TABLE "KnownDevice" (
    "digest" VARCHAR(64) NOT NULL,
    "accountId" UUID NOT NULL,
    "signedInAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "KnownDevice_pkey" PRIMARY KEY ("digest","accountId")
);
CREATE INDEX "KnownDevice_accountId_idx" ON "KnownDevice"("accountId");
ALTER TABLE "KnownDevice" ADD CONSTRAINT "KnownDevice_accountId_fkey"
  FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "EventCount" (
    "name" VARCHAR(60) NOT NULL,
    "userName" VARCHAR(100) NOT NULL,
    "addressKey" VARCHAR(64) NOT NULL,
    "windowStart" TIMESTAMPTZ(3) NOT NULL,
    "count" INTEGER NOT NULL,
    "lastAt" TIMESTAMPTZ(3) NOT NULL,
    "eventId" BIGINT,

    CONSTRAINT "EventCount_pkey" PRIMARY KEY ("name","userName","addressKey","windowStart")
);
CREATE UNIQUE INDEX "EventCount_eventId_key" ON "EventCount"("eventId");
ALTER TABLE "EventCount" ADD CONSTRAINT "EventCount_eventId_fkey"
  FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Look-ups of receipts are counted by the key of the address from now on, under keys of their own.
DELETE FROM "ReceiptLookup";
