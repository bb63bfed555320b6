-- CreateEnum
CREATE TYPE "ProposalOutcome" AS ENUM ('confirmed', 'declined', 'taken_back', 'lapsed');

-- AlterTable
ALTER TABLE "Publication" ADD COLUMN     "proposalId" UUID;

-- CreateTable
CREATE TABLE "PublicationProposal" (
    "id" UUID NOT NULL,
    "reportId" UUID NOT NULL,
    "filedVersionId" UUID NOT NULL,
    "reportVersion" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "numbers" JSONB NOT NULL DEFAULT '[]',
    "reason" VARCHAR(1000) NOT NULL DEFAULT '',
    "proposedAt" TIMESTAMPTZ(3) NOT NULL,
    "proposedById" UUID NOT NULL,
    "outcome" "ProposalOutcome",
    "decidedAt" TIMESTAMPTZ(3),
    "decidedById" UUID,
    "note" VARCHAR(1000) NOT NULL DEFAULT '',

    CONSTRAINT "PublicationProposal_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "PublicationProposal_filedVersionId_idx" ON "PublicationProposal"("filedVersionId");

-- CreateIndex
CREATE INDEX "PublicationProposal_proposedById_idx" ON "PublicationProposal"("proposedById");

-- CreateIndex
CREATE INDEX "PublicationProposal_decidedById_idx" ON "PublicationProposal"("decidedById");

-- CreateIndex
CREATE UNIQUE INDEX "PublicationProposal_reportId_reportVersion_key" ON "PublicationProposal"("reportId", "reportVersion");

-- CreateIndex
CREATE UNIQUE INDEX "Publication_proposalId_key" ON "Publication"("proposalId");

-- AddForeignKey
ALTER TABLE "PublicationProposal" ADD CONSTRAINT "PublicationProposal_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PublicationProposal" ADD CONSTRAINT "PublicationProposal_filedVersionId_fkey" FOREIGN KEY ("filedVersionId") REFERENCES "FiledVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PublicationProposal" ADD CONSTRAINT "PublicationProposal_proposedById_fkey" FOREIGN KEY ("proposedById") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PublicationProposal" ADD CONSTRAINT "PublicationProposal_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Publication" ADD CONSTRAINT "Publication_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "PublicationProposal"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- ---------------------------------------------------------------- two accounts publish

-- The confirmed text is the proposed one, so a proposal is fixed but for its outcome, which is given once.
CREATE FUNCTION refuse_change_of_proposal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.outcome IS NOT NULL
    OR (NEW.id, NEW."reportId", NEW."filedVersionId", NEW."reportVersion", NEW.content, NEW.numbers, NEW.reason, NEW."proposedAt", NEW."proposedById")
      IS DISTINCT FROM
      (OLD.id, OLD."reportId", OLD."filedVersionId", OLD."reportVersion", OLD.content, OLD.numbers, OLD.reason, OLD."proposedAt", OLD."proposedById")
  THEN
    RAISE EXCEPTION 'a proposal is fixed, and its outcome is given once' USING ERRCODE = 'TP002';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER "PublicationProposal_is_fixed" BEFORE UPDATE OR DELETE ON "PublicationProposal"
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_proposal();

ALTER TABLE "PublicationProposal"
  ADD CONSTRAINT "PublicationProposal_outcome_has_its_person" CHECK (
    (outcome IS NULL) = ("decidedById" IS NULL) AND (outcome IS NULL) = ("decidedAt" IS NULL)
  ),
  ADD CONSTRAINT "PublicationProposal_is_decided_by_another" CHECK (
    outcome IS NULL OR outcome::text NOT IN ('confirmed', 'declined') OR "decidedById" <> "proposedById"
  );

-- Only for new rows: earlier publications had one account and a typed name. The acceptance is that of the version that
-- goes out, and days are those of China, as in lib/domain/calendar/civil-date.ts.
CREATE FUNCTION refuse_unchecked_publication() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  proposal "PublicationProposal";
  accepted_on date;
BEGIN
  IF NEW.kind::text = 'withdrawn' THEN
    RETURN NEW;
  END IF;
  SELECT * INTO proposal FROM "PublicationProposal" WHERE id = NEW."proposalId";
  SELECT (max("decidedAt") AT TIME ZONE 'Asia/Shanghai')::date INTO accepted_on
    FROM "Review" WHERE "filedVersionId" = NEW."filedVersionId" AND outcome::text = 'accepted';
  IF proposal.id IS NULL
    OR proposal."reportId" <> NEW."reportId" OR proposal."filedVersionId" <> NEW."filedVersionId"
    OR proposal.content IS DISTINCT FROM NEW.content
  THEN
    RAISE EXCEPTION 'what is published was not proposed' USING ERRCODE = 'TP004';
  END IF;
  IF proposal."proposedById" = NEW."publishedById" THEN
    RAISE EXCEPTION 'whoever proposes a publication does not confirm it' USING ERRCODE = 'TP004';
  END IF;
  IF accepted_on IS NULL OR NEW."secrecyReviewedOn" IS NULL OR NEW."secrecyReviewedOn" < accepted_on THEN
    RAISE EXCEPTION 'checked on %, accepted on %', NEW."secrecyReviewedOn", accepted_on USING ERRCODE = 'TP004';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER "Publication_by_two_accounts" BEFORE INSERT ON "Publication"
  FOR EACH ROW EXECUTE FUNCTION refuse_unchecked_publication();
