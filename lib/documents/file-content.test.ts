import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { heic, jpeg, pdf, png } from "../../tests/support/sample-files";
import { bytesInMemory } from "./byte-source";
import { type ContentKind, examine } from "./file-content";
import { pdfFile } from "./pdf";

const all: ContentKind[] = ["application/pdf", "image/jpeg", "image/png", "image/heic"];
const look = (name: string, bytes: Uint8Array, wanted = all) => examine(name, bytesInMemory(bytes), wanted);
const samples = { "a.pdf": pdf(5_000), "a.jpg": jpeg(100, 80, 200_000), "a.png": png(), "a.heic": heic() };

describe("what can be opened is told by its content", () => {
  it.each([
    ["Hợp đồng.PDF", pdf(), "application/pdf"],
    ["ảnh.JPEG", jpeg(), "image/jpeg"],
    ["anh.png", png(), "image/png"],
    ["IMG_0001.HEIC", heic(), "image/heic"],
    ["không có đuôi", pdf(), "application/pdf"],
  ])("%s", async (name, bytes, kind) => expect(await look(name, bytes)).toMatchObject({ kind }));

  it("real files: a PDF that the portal writes, a picture of its guide", async () => {
    const written = await pdfFile({ content: ["Thử"] });
    expect(await look("thu.pdf", written)).toEqual({ kind: "application/pdf", extension: "pdf" });
    const picture = readFileSync("docs/pictures/home.png");
    expect(await look("home.png", picture)).toEqual({ kind: "image/png", extension: "png" });
    expect(await look("home.png", picture.subarray(0, -20))).toMatchObject({ problem: "truncated" });
    expect(await look("thu.pdf", written.subarray(0, written.length - 40))).toMatchObject({ problem: "truncated" });
  });

  it("what stands before a PDF or behind a picture does no harm", async () => {
    expect(await look("a.pdf", Buffer.concat([Buffer.from("\n\n"), pdf()]))).toMatchObject({ kind: "application/pdf" });
    expect(await look("a.jpg", Buffer.concat([jpeg(), Buffer.alloc(5_000)]))).toMatchObject({ kind: "image/jpeg" });
  });
});

describe("what is cut off is refused, wherever it is cut", () => {
  it.each(Object.entries(samples))("%s", async (name, whole) => {
    const cuts = [0.2, 0.5, 0.9, 0.99].map((share) => Math.max(20, Math.floor(whole.length * share)));
    for (const cut of new Set([...cuts, whole.length - 1]))
      if (cut < whole.length && !(name === "a.pdf" && cut === whole.length - 1))
        expect(await look(name, whole.subarray(0, cut)), `cut at ${cut}`).toMatchObject({ problem: "truncated" });
  });
});

describe("refused with what was found:", () => {
  const exe = Buffer.concat([Buffer.from("MZ"), Buffer.alloc(500)]);
  it.each([
    ["a.pdf", Buffer.alloc(0), "empty", {}],
    ["giấy khai sinh.pdf", jpeg(), "not_what_it_says", { said: "pdf", found: "jpg" }],
    ["a.jpg", pdf(), "not_what_it_says", { said: "jpg", found: "pdf" }],
    ["a.docx", pdf(), "not_what_it_says", { said: "docx", found: "pdf" }],
    ["a.pdf", exe, "not_what_it_says", { said: "pdf", found: "exe" }],
    ["a.png", Buffer.from("<!DOCTYPE html><script>"), "not_what_it_says", { said: "png", found: "html" }],
    ["a.docx", Buffer.from("PK\u0003\u0004..............."), "kind_not_wanted", { found: "docx" }],
    ["a.pdf", Buffer.from("chỉ là chữ"), "kind_unknown", {}],
    ["a.png", png(60_000, 60_000), "too_many_pixels", { width: 60_000, height: 60_000 }],
    ["a.jpg", jpeg(65_000, 65_000), "too_many_pixels", { width: 65_000, height: 65_000 }],
    ["a.heic", heic(100_000, 100_000), "too_many_pixels", { width: 100_000, height: 100_000 }],
    ["a.png", png(0, 10), "damaged", {}],
  ])("%s %#", async (name, bytes, problem, params) => expect(await look(name, bytes)).toEqual({ problem, params }));

  it("a PDF whose table of contents is not where it says", async () => {
    const wrong = Buffer.from(
      pdf()
        .toString("latin1")
        .replace(/startxref\n\d+/, "startxref\n20"),
      "latin1",
    );
    expect(await look("a.pdf", wrong)).toEqual({ problem: "damaged", params: {} });
  });

  it("a kind that is not wanted here", async () => {
    expect(await look("a.png", png(), ["application/pdf"])).toEqual({
      problem: "kind_not_wanted",
      params: { found: "png" },
    });
  });
});
