-- The form of a plan is data: an entry keeps its fields by their keys, and a section is named by its key.

-- AlterTable
ALTER TABLE "Entry" ADD COLUMN "content" JSONB NOT NULL DEFAULT '{}';

UPDATE "Entry" SET "content" = jsonb_build_object(
  'light', "light"::text, 'noProgress', "noProgress", 'noProgressReason', "noProgressReason", 'progress', "progress",
  'problems', "problems", 'noProblems', "noProblems", 'results', "results", 'nextSteps', "nextSteps");

ALTER TABLE "Entry"
  DROP COLUMN "light",
  DROP COLUMN "noProblems",
  DROP COLUMN "noProgress",
  DROP COLUMN "noProgressReason",
  DROP COLUMN "nextSteps",
  DROP COLUMN "problems",
  DROP COLUMN "progress",
  DROP COLUMN "results";

-- The largest form, filled to its limits (lib/schemas/entry-form.ts), and the marks of JSON.
ALTER TABLE "Entry" ADD CONSTRAINT "Entry_content_is_an_object_of_bounded_size"
  CHECK (jsonb_typeof("content") = 'object' AND octet_length("content"::text) <= 300000);

-- AlterTable
ALTER TABLE "ReviewComment" ALTER COLUMN "section" TYPE VARCHAR(40) USING "section"::text;
ALTER TABLE "Remark" ALTER COLUMN "section" TYPE VARCHAR(40) USING "section"::text;
ALTER TABLE "Contribution" ALTER COLUMN "section" TYPE VARCHAR(40) USING "section"::text;
ALTER TABLE "SummaryPassage" ALTER COLUMN "section" TYPE VARCHAR(40) USING "section"::text;
ALTER TABLE "Summary" ALTER COLUMN "sections" TYPE VARCHAR(40)[] USING "sections"::text[];

-- DropEnum
DROP TYPE "EntrySection";
DROP TYPE "ProgressLight";
