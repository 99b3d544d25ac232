/** Files made by hand, byte by byte, as small as their formats let them be. */

const chunk = (type: string, data: Buffer) => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([length, Buffer.from(type, "latin1"), data, Buffer.alloc(4)]);
};

export function png(width = 10, height = 10): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.writeUInt8(8, 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk("IHDR", header),
    chunk("IDAT", Buffer.alloc(40, 7)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

const segment = (marker: number, data: Buffer) => {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([head, data]);
};

/** A JPEG with a thumbnail inside, which has an end of its own, and `data` bytes of picture. */
export function jpeg(width = 10, height = 10, data = 200): Buffer {
  const frame = Buffer.from([8, 0, 0, 0, 0, 1, 1, 0x11, 0]);
  frame.writeUInt16BE(height, 1);
  frame.writeUInt16BE(width, 3);
  const thumbnail = Buffer.concat([Buffer.from("Exif\0\0"), Buffer.from([0xff, 0xd8, 0xff, 0xdb, 1, 2, 0xff, 0xd9])]);
  const picture = Buffer.alloc(data, 0x55);
  // What looks like a marker in the data is stuffed, and a restart marker is part of it.
  Buffer.from([0xff, 0x00, 0xff, 0xd0]).copy(picture, Math.floor(data / 2));
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe1, thumbnail),
    segment(0xc0, frame),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    picture,
    Buffer.from([0xff, 0xd9]),
  ]);
}

const box = (type: string, data: Buffer) => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length + 8);
  return Buffer.concat([length, Buffer.from(type, "latin1"), data]);
};

export function heic(width = 4_032, height = 3_024): Buffer {
  const size = Buffer.alloc(12);
  size.writeUInt32BE(width, 4);
  size.writeUInt32BE(height, 8);
  const properties = box("iprp", box("ipco", box("ispe", size)));
  return Buffer.concat([
    box("ftyp", Buffer.from("heic\0\0\0\0mif1heic", "latin1")),
    box("meta", Buffer.concat([Buffer.alloc(4), properties])),
    box("mdat", Buffer.alloc(300, 3)),
  ]);
}

/** A PDF of one empty page, padded inside to `size` bytes or a little more. */
export function pdf(size = 0): Buffer {
  const parts = [
    "%PDF-1.4\n",
    "1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n",
    "2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n",
    "3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>\nendobj\n",
    `%${"x".repeat(size)}\n`,
  ];
  const body = parts.join("");
  const entries = [1, 2, 3].map((no) => `${String(body.indexOf(`${no} 0 obj`)).padStart(10, "0")} 00000 n \n`).join("");
  const table = `xref\n0 4\n0000000000 65535 f \n${entries}trailer\n<</Size 4/Root 1 0 R>>\n`;
  return Buffer.from(`${body}${table}startxref\n${body.length}\n%%EOF\n`, "latin1");
}
