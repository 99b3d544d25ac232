import { create } from "qrcode";

/**
 * A QR code as one SVG path: `size` modules a side, without its quiet zone (4 modules, to be left free around it). Level M
 * survives a crease in a leaflet.
 */
export function qrPath(text: string): { size: number; path: string } {
  const { modules } = create(text, { errorCorrectionLevel: "M" });
  const { size } = modules;
  let path = "";
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++) {
      if (!modules.get(row, column)) continue;
      let width = 1;
      while (column + width < size && modules.get(row, column + width)) width++;
      path += `M${column} ${row}h${width}v1h-${width}z`;
      column += width;
    }
  return { size, path };
}
