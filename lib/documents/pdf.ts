import { join } from "node:path";
import pdfmake from "pdfmake";
import type { TDocumentDefinitions } from "pdfmake/interfaces";
import { qrPath } from "./qr";

/** What a page of a leaflet is described with: pdfmake's own form. Sizes in points. */
export type { Content, TDocumentDefinitions } from "pdfmake/interfaces";

/** The colours of app/globals.css in the light theme: paper knows no variables. */
export const ink = { deep: "#0b2545", quiet: "#3d4f66", line: "#c9d3df", hot: "#b3122b", ground: "#f2f7fc" } as const;

/** One millimetre in points. */
export const mm = 72 / 25.4;

// The full font files: the subsets of a web font lack half of the Vietnamese letters in a PDF.
const fonts = join(process.cwd(), "node_modules", "@expo-google-fonts", "be-vietnam-pro");
const file = (name: string) => join(fonts, name, `BeVietnamPro_${name}.ttf`);

let ready = false;
function prepare(): void {
  if (ready) return;
  pdfmake.addFonts({
    BeVietnamPro: {
      normal: file("400Regular"),
      bold: file("700Bold"),
      italics: file("400Regular_Italic"),
      bolditalics: file("700Bold_Italic"),
    },
  });
  // A description may name no file but the fonts, and nothing from the network.
  pdfmake.setLocalAccessPolicy((path) => path.startsWith(fonts));
  pdfmake.setUrlAccessPolicy(() => false);
  ready = true;
}

/** A PDF file in Be Vietnam Pro. `draft`: words that lie across every page. */
export async function pdfFile(
  description: TDocumentDefinitions,
  draft?: string | undefined,
): Promise<Uint8Array<ArrayBuffer>> {
  prepare();
  const buffer = await pdfmake
    .createPdf({
      ...description,
      defaultStyle: { font: "BeVietnamPro", color: ink.deep, ...description.defaultStyle },
      ...(draft && { watermark: { text: draft, color: ink.hot, opacity: 0.16, bold: true } }),
    })
    .getBuffer();
  return new Uint8Array(buffer);
}

/** A QR code with its quiet zone, as wide as `width` points. */
export function qrPicture(text: string, width: number): { svg: string; width: number } {
  const { size, path } = qrPath(text);
  const box = size + 8;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${box} ${box}" width="${box}" height="${box}"><rect width="${box}" height="${box}" fill="#ffffff"/><path transform="translate(4 4)" d="${path}" fill="#000000"/></svg>`;
  return { svg, width };
}
