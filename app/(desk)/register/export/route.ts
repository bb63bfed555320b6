import { Readable } from 'node:stream';
import { loadRegisterToExport } from '@/lib/register/file/loaders';
import { writeRegisterWorkbook } from '@/lib/register/file/register-workbook';
import { attachment, fileNameOf, mediaTypes } from '@/lib/server/files/attachment';
import { streamedBody } from '@/lib/server/files/streamed-body';
import { getT } from '@/lib/text/get-t';

/**
 * GET /register/export: the register of agencies as .xlsx, in the shape that an import reads, for the division and the leader;
 * 404 for all others.
 */
export async function GET() {
  const { agencies, now } = await loadRegisterToExport();
  const name = fileNameOf(getT()('register.title'), 'xlsx');
  const body = streamedBody(async () => Readable.from(writeRegisterWorkbook(agencies, now)));
  return attachment(body, { name, mediaType: mediaTypes.xlsx });
}
