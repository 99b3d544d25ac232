import { formatDay } from "@/lib/core/day";
import { formatCount } from "@/lib/core/money";
import { type Content, ink, mm, pdfFile, qrPicture, type TDocumentDefinitions } from "@/lib/documents/pdf";
import type { Locale } from "@/lib/i18n/paths";
import { batchName } from "@/lib/vacancies/batch-rules";
import { named, parkShortName, titleOf } from "@/lib/vacancies/listing";
import { qualifications } from "@/lib/vacancies/schema";
import { wageText } from "@/lib/vacancies/wage";
import { type BatchPaper, largest, publicAddress, shortened, spokenAddress } from "./paper";
import { wordsOf } from "./words";

/** A sheet: its size, how many jobs it lists, and how large the frame and the list are set against the leaflet's. */
type Sheet = { size: "A5" | "A3"; width: number; height: number; frame: number; list: number; jobs: number };

const sheets = {
  /** For the desk of a one-stop shop. */
  leaflet: { size: "A5", width: 148, height: 210, frame: 1, list: 1, jobs: 5 },
  /** For a notice board: the figures are read from three metres. */
  poster: { size: "A3", width: 297, height: 420, frame: 2, list: 1.8, jobs: 7 },
} as const satisfies Record<string, Sheet>;

/** Characters of a name on one of these sheets; longer ones would push the code off the page. */
const longest = { title: 50, enterprise: 58 };

/** How a sheet is set: the same rows and sums, larger or smaller. */
export function sheetOf(paper: BatchPaper, locale: Locale, name: keyof typeof sheets): TDocumentDefinitions {
  const sheet: Sheet = sheets[name];
  const { say, ...words } = wordsOf(locale);
  const { batch, totals } = paper;
  const { frame: scale, list } = sheet;
  const number = (value: number) => formatCount(value, locale);
  const [page, side] = [sheet.width * mm, 11 * mm * scale];
  const band = 38 * mm * scale;
  const address = publicAddress(paper, locale);
  const text = (content: string, size: number, more: object = {}): Content => ({
    text: content,
    fontSize: size * scale,
    lineHeight: 1.12,
    ...more,
  });
  const row = (content: string, size: number, more: object = {}): Content => text(content, (size * list) / scale, more);
  const jobs = largest(paper.lines, sheet.jobs);
  const rest = paper.lines.length - jobs.length;
  return {
    pageSize: sheet.size,
    pageMargins: [side, 8 * mm * scale, side, 8 * mm * scale],
    info: { title: say("leafletTitle", { batch: batchName(locale, batch) }), author: words.authority },
    background: (at) =>
      at === 1 ? { canvas: [{ type: "rect", x: 0, y: 0, w: page, h: band + 8 * mm * scale, color: ink.deep }] } : null,
    content: [
      {
        stack: [
          text(words.authority, 8, { color: "#ffffff" }),
          text(say("leafletLead", { batch: batchName(locale, batch) }), 11, {
            color: "#ffffff",
            bold: true,
            margin: [0, 3 * scale, 0, 0],
          }),
          {
            text: [
              { text: number(totals.headcount), fontSize: 40 * scale, bold: true },
              { text: `  ${say("leafletWorkers", { count: totals.headcount })}`, fontSize: 15 * scale, bold: true },
            ],
            color: "#ffffff",
            margin: [0, -2 * scale, 0, 0],
          },
          text(
            say("leafletSums", {
              enterprises: totals.enterprises,
              parks: totals.byPark.length,
              positions: totals.vacancies,
            }),
            9,
            { color: "#ffffff", margin: [0, -3 * scale, 0, 0] },
          ),
        ],
      },
      text(say("leafletJobs"), 10.5, {
        bold: true,
        absolutePosition: { x: side, y: band + 13 * mm * scale },
      }),
      {
        absolutePosition: { x: side, y: band + 18 * mm * scale },
        table: {
          widths: ["*", "auto"],
          body: [
            ...jobs.map(({ content }): Content[] => [
              {
                stack: [
                  row(shortened(titleOf(content, locale), longest.title), 9, { bold: true }),
                  row(
                    `${shortened(named(content.enterprise, locale), longest.enterprise)} · ${parkShortName(content.park, locale)}`,
                    7.5,
                    { color: ink.quiet },
                  ),
                ],
              },
              {
                stack: [
                  row(say("people", { count: content.headcount }), 9, { bold: true }),
                  row(wageText(content, locale), 7.5, { color: ink.hot, bold: true, noWrap: true }),
                ],
                alignment: "right",
              },
            ]),
            ...(jobs.length === 0 ? [[row(say("leafletNone"), 8), row("", 8)]] : []),
            ...(rest > 0 ? [[row(say("leafletMore", { count: rest }), 8), row("", 8)]] : []),
          ],
        },
        layout: {
          hLineWidth: (line) => (line === 0 ? 0 : 0.6 * list),
          vLineWidth: () => 0,
          hLineColor: () => ink.line,
          paddingLeft: () => 0,
          paddingRight: () => 0,
          paddingTop: () => 2.6 * list,
          paddingBottom: () => 2.6 * list,
        },
      },
      {
        absolutePosition: { x: side, y: (sheet.height - 62 * scale) * mm },
        columns: [
          { ...qrPicture(address, 36 * mm * scale), margin: [-2 * scale, 0, 0, 0] },
          {
            width: "*",
            margin: [6 * scale, 3 * scale, 0, 0],
            stack: [
              text(say("leafletScan"), 9.5, { bold: true }),
              text(spokenAddress(address), 7.5, { color: ink.quiet, margin: [0, 1 * scale, 0, 4 * scale] }),
              text(
                qualifications
                  .filter((level) => totals.byQualification[level] > 0)
                  .map((level) => `${words.level(level)} ${number(totals.byQualification[level])}`)
                  .join(" · "),
                7.5,
              ),
              text(say("asOf", { day: formatDay(batch.asOf) }), 7.5, {
                color: ink.quiet,
                margin: [0, 4 * scale, 0, 0],
              }),
            ],
          },
        ],
      },
      {
        absolutePosition: { x: side, y: (sheet.height - 21 * scale) * mm },
        table: {
          widths: ["*"],
          body: [[text(say("noFee"), 8, { bold: true, fillColor: ink.ground, margin: [4 * scale, 3 * scale, 4, 2] })]],
        },
        layout: "noBorders",
      },
    ],
  };
}

const draftOf = (paper: BatchPaper, locale: Locale) => (paper.draft ? wordsOf(locale).say("draft") : undefined);

/** A5, one page: the sums, the largest jobs, and the way to all of them. */
export const leafletPdf = (paper: BatchPaper, locale: Locale): Promise<Uint8Array<ArrayBuffer>> =>
  pdfFile(sheetOf(paper, locale, "leaflet"), draftOf(paper, locale));

/** A3, one page: the same for a notice board. */
export const posterPdf = (paper: BatchPaper, locale: Locale): Promise<Uint8Array<ArrayBuffer>> =>
  pdfFile(sheetOf(paper, locale, "poster"), draftOf(paper, locale));
