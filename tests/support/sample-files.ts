import { crc32, deflateRawSync } from 'node:zlib';

// Small files of every kind that evidence may be, and of some that it may not: real in their first bytes and their
// directories, which is what tells them apart.

/** A part as a zip file holds it: packed or as it is, with the size and the checksum that its directory says. */
export type Part = { bytes: Buffer; size: number; checksum: number; isPacked: boolean; isEncrypted?: boolean };

const stored = (content: string | Buffer): Part => {
  const bytes = Buffer.from(content);
  return { bytes, size: bytes.length, checksum: crc32(bytes), isPacked: false };
};

/** A part that is packed; `size` is what the directory says of it, true unless another is given. */
export function packed(content: Buffer, size = content.length): Part {
  return { bytes: deflateRawSync(content), size, checksum: crc32(content), isPacked: true };
}

function zipEntry(name: string, { bytes, size, checksum, isPacked, isEncrypted }: Part, offset: number) {
  const title = Buffer.from(name);
  const facts = Buffer.alloc(26);
  facts.writeUInt16LE(20, 0);
  facts.writeUInt16LE(isEncrypted ? 1 : 0, 2);
  facts.writeUInt16LE(isPacked ? 8 : 0, 4);
  facts.writeUInt32LE(checksum, 10);
  facts.writeUInt32LE(bytes.length, 14);
  facts.writeUInt32LE(size, 18);
  facts.writeUInt16LE(title.length, 22);
  const local = Buffer.concat([Buffer.from('PK\x03\x04'), facts, title, bytes]);
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(offset, 10);
  const central = Buffer.concat([Buffer.from('PK\x01\x02'), Buffer.from([20, 0]), facts, rest, title]);
  return { local, central };
}

/** A zip file with these entries, stored as they are unless they are packed already. */
export function zip(entries: Record<string, string | Buffer | Part>): Buffer {
  return zipOf(Object.entries(entries));
}

/** The same, in which a name may stand twice. */
export function zipOf(entries: readonly (readonly [string, string | Buffer | Part])[]): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of entries) {
    const part = typeof content === 'string' || Buffer.isBuffer(content) ? stored(content) : content;
    const { local, central } = zipEntry(name, part, offset);
    locals.push(local);
    centrals.push(central);
    offset += local.length;
  }
  const directory = Buffer.concat(centrals);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(centrals.length, 8);
  end.writeUInt16LE(centrals.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

const office = 'application/vnd.openxmlformats-officedocument';
const types = (part: string, type: string) =>
  `<?xml version="1.0"?><Types><Override PartName="${part}" ContentType="${type}.main+xml"/></Types>`;

export function compoundFile(stream: string): Buffer {
  const file = Buffer.alloc(2_048);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(file);
  Buffer.from('Root Entry\0', 'utf16le').copy(file, 1_024);
  Buffer.from(`${stream}\0`, 'utf16le').copy(file, 1_152);
  return file;
}

export const samples = {
  pdf: Buffer.from('%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n'),
  ofd: zip({
    'OFD.xml': '<?xml version="1.0"?><ofd:OFD xmlns:ofd="http://www.ofdspec.org/2016"/>',
    'Doc_0/Document.xml': '',
  }),
  docx: zip({
    '[Content_Types].xml': types('/word/document.xml', `${office}.wordprocessingml.document`),
    'word/document.xml': '<w:document/>',
  }),
  xlsx: zip({
    '[Content_Types].xml': types('/xl/workbook.xml', `${office}.spreadsheetml.sheet`),
    'xl/workbook.xml': '<workbook/>',
  }),
  pptx: zip({
    '[Content_Types].xml': types('/ppt/presentation.xml', `${office}.presentationml.presentation`),
    'ppt/presentation.xml': '<p:presentation/>',
  }),
  wps: compoundFile('WordDocument'),
  doc: compoundFile('WordDocument'),
  xls: compoundFile('Workbook'),
  ppt: compoundFile('PowerPoint Document'),
  jpg: Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex'),
  png: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
    'base64',
  ),
};

/** A kind that is accepted only where the settings name it. */
export const archive = zip({ 'a.txt': 'text' });

export const liars = {
  program: Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200, 1)]),
  page: Buffer.from('<!doctype html><html><script>alert(1)</script></html>'),
  installer: compoundFile('Binary.Setup'),
  text: Buffer.from('只是文字'),
};
