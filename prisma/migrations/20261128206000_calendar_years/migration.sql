-- CreateEnum
CREATE TYPE "CalendarOrigin" AS ENUM ('library', 'people');

-- AlterTable
ALTER TABLE "CalendarDay" ADD COLUMN     "origin" "CalendarOrigin" NOT NULL DEFAULT 'library';

-- AlterTable
ALTER TABLE "CalendarYear" ADD COLUMN     "confirmedAt" TIMESTAMPTZ(3),
ADD COLUMN     "confirmedById" UUID,
ADD COLUMN     "origin" "CalendarOrigin" NOT NULL DEFAULT 'library',
ADD COLUMN     "text" VARCHAR(20000) NOT NULL DEFAULT '',
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 0;

-- CreateIndex
CREATE INDEX "CalendarYear_confirmedById_idx" ON "CalendarYear"("confirmedById");

-- AddForeignKey
ALTER TABLE "CalendarYear" ADD CONSTRAINT "CalendarYear_confirmedById_fkey" FOREIGN KEY ("confirmedById") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- ------------------------------------------------------------------ days that somebody corrected in the database itself

-- Until now a year could be mended in no other way, and the next set-up left such rows as they were. Days and years of the
-- portal's own sources are told by them.
UPDATE "CalendarDay" SET origin = 'people'
WHERE strpos(source, 'chinese-days') = 0 AND strpos(source, '全国年节及纪念日放假办法') = 0;

UPDATE "CalendarYear" y SET origin = 'people'
WHERE strpos(y.source, 'chinese-days') = 0 AND strpos(y.source, '全国年节及纪念日放假办法') = 0
  OR EXISTS (SELECT FROM "CalendarDay" d WHERE d.origin = 'people' AND extract(year FROM d.date) = y.year);
