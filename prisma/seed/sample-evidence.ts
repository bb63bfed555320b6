import { Readable } from 'node:stream';
import type { Result } from '@/lib/domain/refusal';
import { addEvidence } from '@/lib/evidence/mutations';
import type { AskContext } from '@/lib/server/database/write-path';
import { receiveFile } from '@/lib/server/files/incoming-file';

const lines = [
  '【演示样例，非真实情况】',
  '专题推进会议纪要',
  '本文件由系统生成，仅用于演示佐证材料的上传、下载和审核。',
];
const name = '演示样例-会议纪要.pdf';

/** The text in UCS-2 as a PDF writes it: hex digits of UTF-16, big-endian. */
function spelled(text: string): string {
  return `<${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`;
}

/** An A4 page with a few lines of Chinese, in a font that every PDF reader includes. */
function samplePdf(): Buffer {
  const text = lines.map((line, index) => `BT /F1 16 Tf 72 ${750 - index * 36} Td ${spelled(line)} Tj ET`).join('\n');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [6 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /FontDescriptor 7 0 R /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> >>',
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
  ];
  const offsets: number[] = [];
  let body = '%PDF-1.4\n';
  objects.forEach((object, index) => {
    offsets.push(body.length);
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
  });
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`;
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`;
  return Buffer.from(body + table + trailer, 'latin1');
}

/** Uploads a small file for one entry as its officer would; the file states that it is a sample. */
export async function addSampleEvidence(
  reportId: string,
  taskId: string,
  context: AskContext,
): Promise<Result<unknown>> {
  const pdf = samplePdf();
  const received = await receiveFile(Readable.from([pdf]), { limit: pdf.length });
  if (!received.ok) return received;
  const incoming = received.value;
  const file = { taskId, name, kind: 'pdf', incoming, scan: 'not_required' } as const;
  return addEvidence(reportId, file, 1, context).finally(incoming.discard);
}
