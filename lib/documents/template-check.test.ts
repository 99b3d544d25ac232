import { describe, expect, test } from "vitest";
import { checkTemplate } from "./template-check";

const fields = { dot: null, tong: null, nhom: { ten: null, so: null } } as const;

/** A part whose paragraphs are given; `|` parts a paragraph into runs, as Word does at will. */
const part = (...paragraphs: string[]) =>
  `<w:document><w:body>${paragraphs
    .map(
      (text) =>
        `<w:p><w:pPr/>${text
          .split("|")
          .map((run) => `<w:r><w:t xml:space="preserve">${run}</w:t></w:r>`)
          .join("")}</w:p>`,
    )
    .join("")}</w:body></w:document>`;
const check = (...paragraphs: string[]) => checkTemplate(new Map([["word/document.xml", part(...paragraphs)]]), fields);

describe("fields of a template", () => {
  test("are read across the runs into which Word cuts a text", () => {
    expect(check("Đợt: {d|ot}", "{#nhom}", "{ten}: {so} &amp; {tong}", "{/nhom}", "{^nhom}không{/}")).toEqual({
      used: ["dot", "nhom", "nhom.so", "nhom.ten", "tong"],
      problems: [],
    });
  });

  test.each([
    [
      "an unknown field, with its place",
      ["Kính gửi", "Có {tong_so} người"],
      { code: "unknown", tag: "tong_so", paragraph: 2, text: "Có {tong_so} người", part: "body" },
    ],
    ["a brace that is never closed", ["{dot"], { code: "unclosed", tag: "dot", paragraph: 1 }],
    ["two open braces", ["{{dot}"], { code: "unclosed", tag: "" }],
    ["a brace that was never opened", ["dot}"], { code: "unopened", tag: "dot" }],
    ["a list used as a text", ["{nhom}"], { code: "list", tag: "nhom" }],
    ["a text used as a list", ["{#dot}{/dot}"], { code: "text", tag: "#dot" }],
    ["a list's field outside of it", ["{ten}"], { code: "unknown", tag: "ten" }],
    ["a list that is never closed", ["{#nhom}", "{ten}"], { code: "neverClosed", tag: "#nhom", paragraph: 1 }],
    ["an end without a beginning", ["{/nhom}"], { code: "neverOpened", tag: "/nhom" }],
    ["an end of another list", ["{#nhom}{/khac}"], { code: "crossed", tag: "/khac" }],
    ["raw markup", ["{@dot}"], { code: "kind", tag: "@dot" }],
  ])("%s", (_, paragraphs, problem) => {
    expect(check(...paragraphs).problems).toMatchObject([problem]);
  });

  test("in headers and text boxes are found too", () => {
    const box =
      "<w:hdr><w:p><w:r><w:txbxContent><w:p><w:r><w:t>{sai}</w:t></w:r></w:p></w:txbxContent><w:t>{dot}</w:t></w:r></w:p></w:hdr>";
    expect(checkTemplate(new Map([["word/header1.xml", box]]), fields)).toMatchObject({
      used: ["dot"],
      problems: [{ code: "unknown", tag: "sai", part: "header", paragraph: 2 }],
    });
  });
});
