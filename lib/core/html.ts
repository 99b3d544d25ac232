const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const special = /[&<>"']/;

/** Text as it may stand in HTML, in an element or a quoted attribute. */
export function escapeHtml(text: string): string {
  return special.test(text) ? text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign) : text;
}

/** Markup that `html` made: the only thing that it takes over as it is. */
export class Markup {
  constructor(readonly text: string) {}
}

type Piece = string | number | Markup | readonly Markup[] | false | null | undefined;

/**
 * Markup as text, for long lists of like lines, where React's elements cost ten times as much. Every piece between the
 * quoted parts is escaped but markup made by this same function, so nothing of people's can become markup; attributes
 * stand in double quotes. What is false, null or undefined is left out.
 *
 * @example html`<a href="${address}"${chosen && html` aria-current="true"`}>${label}</a>`
 */
export function html(parts: TemplateStringsArray, ...pieces: Piece[]): Markup {
  let text = parts[0] ?? "";
  for (const [index, piece] of pieces.entries()) text += written(piece) + (parts[index + 1] ?? "");
  return new Markup(text);
}

function written(piece: Piece): string {
  if (typeof piece === "string") return escapeHtml(piece);
  if (typeof piece === "number") return String(piece);
  if (piece instanceof Markup) return piece.text;
  return piece ? piece.map(({ text }) => text).join("") : "";
}
