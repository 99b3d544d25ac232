import PizZip from "pizzip";
import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { wordText } from "@/lib/documents/word-template";
import type { Person } from "@/lib/identity/actor";
import { numberDocument } from "@/lib/papers/document-commands";
import { builtInLetter } from "@/lib/papers/letter-template";
import { makePaper } from "@/lib/papers/outputs";
import { paperOfId } from "@/lib/papers/paper-queries";
import { uploadTemplate, useTemplate } from "@/lib/papers/template-commands";
import { templateVersions } from "@/lib/papers/template-queries";
import { createBatchRow, staffActor } from "../factories/vacancies";

let officer: Person;
let head: Person;
let original: Uint8Array;
const now = new Date("2024-07-25T03:00:00Z");

/** The letter that comes along, with one text in it changed. */
function changed(from: string, to: string, part = "word/document.xml"): Uint8Array {
  const zip = new PizZip(original);
  const xml = zip.file(part)?.asText() ?? "";
  if (!xml.includes(from)) throw new Error(`no ${from}`);
  zip.file(part, xml.replace(from, to));
  return zip.generate({ type: "uint8array" });
}

const upload = (bytes: Uint8Array, name = "cong-van.docx") =>
  uploadTemplate(
    officer,
    {
      kind: "LETTER",
      file: { name, content: Buffer.from(bytes).toString("base64") },
      note: "Bản thử",
    },
    { now },
  );

beforeAll(async () => {
  officer = await staffActor("LABOUR_OFFICER");
  head = await staffActor("LABOUR_HEAD");
  original = await builtInLetter();
});

describe("a bad template is refused with the place", () => {
  test("an unknown field", async () => {
    expect(await upload(changed("{tong_lao_dong}", "{tong_so_nguoi}"))).toMatchObject({
      code: "template_broken",
      fields: [
        {
          path: ["file", 0],
          code: "template_unknown",
          params: { tag: "tong_so_nguoi", part: "body", text: expect.stringContaining("{tong_so_nguoi} lao động") },
        },
      ],
    });
  });

  test("a list that is not closed, and a brace", async () => {
    expect(await upload(changed("{/trinh_do}", ""))).toMatchObject({
      fields: [{ code: "template_neverClosed", params: { tag: "#trinh_do" } }],
    });
    expect(await upload(changed("{nguoi_ky}", "{nguoi_ky"))).toMatchObject({
      fields: [{ code: "template_unclosed", params: { tag: "nguoi_ky" } }],
    });
  });

  test("what is no Word file, has macros, or fetches from elsewhere", async () => {
    expect(await upload(Buffer.from("PK\u0003\u0004 not really a zip"))).toMatchObject({ code: "template_not_word" });
    expect(await upload(Buffer.from("<html>"), "a.docx")).toMatchObject({ code: "template_not_word" });
    const macros = new PizZip(original);
    macros.file("word/vbaProject.bin", "x");
    expect(await upload(macros.generate({ type: "uint8array" }))).toMatchObject({ code: "template_macros" });
    const outside = changed(
      "</Relationships>",
      '<Relationship Id="rX" Type="http://x/attachedTemplate" Target="http://xau.example/a.dotm" TargetMode="External"/></Relationships>',
      "word/_rels/document.xml.rels",
    );
    expect(await upload(outside)).toMatchObject({ code: "template_outside" });
    const bomb = new PizZip(original);
    bomb.file("word/media/a.bin", new Uint8Array(30e6));
    expect(await upload(bomb.generate({ type: "uint8array", compression: "DEFLATE" }))).toMatchObject({
      code: "template_not_word",
    });
    expect(await db().storedFile.count()).toBe(0);
  });
});

describe("versions", () => {
  test("are kept; one is in force; a numbered letter keeps the one it was made with", async () => {
    const batch = await createBatchRow({ collectFrom: "2024-07-01" });
    await db().vacancyBatch.update({ where: { id: batch.id }, data: { status: "PUBLISHED", publishedAt: now } });
    const letter = async () => {
      const found = await paperOfId(batch.id, now, "https://a.example");
      if (!found) throw new Error("no paper");
      const { content } = await makePaper("letter", found.paper, "vi", found.template);
      return wordText(content as Uint8Array);
    };
    const first = await upload(changed("Sở Nội vụ thành phố Hải Phòng;", "Kính chuyển bản một;"));
    const second = await upload(changed("Sở Nội vụ thành phố Hải Phòng;", "Kính chuyển bản hai;"));
    if (!first.ok || !second.ok) throw new Error("not taken");
    expect([first.value.no, second.value.no]).toEqual([1, 2]);
    expect(await letter()).toContain("Sở Nội vụ");

    expect(await useTemplate(head, { kind: "LETTER", id: first.value.id })).toMatchObject({ ok: true });
    expect(await letter()).toContain("bản một");
    const registerId = (await db().documentRegister.findFirstOrThrow()).id;
    const numbered = await numberDocument(
      officer,
      {
        registerId,
        kind: "OFFICIAL_LETTER",
        subject: "Nhu cầu tuyển dụng lao động đợt thử",
        issuedOn: "2024-07-25",
        batchId: batch.id,
      },
      { now },
    );
    expect(numbered).toMatchObject({ ok: true });

    expect(await useTemplate(head, { kind: "LETTER", id: second.value.id })).toMatchObject({ ok: true });
    expect(await letter()).toContain("bản một");
    expect(await letter()).toContain("Số: 1/BQL-LĐ");
    expect((await templateVersions("LETTER")).map(({ no, inForce, letters }) => [no, inForce, letters])).toEqual([
      [2, true, 0],
      [1, false, 1],
    ]);

    expect(await useTemplate(head, { kind: "LETTER", id: null })).toMatchObject({ ok: true });
    expect((await templateVersions("LETTER")).filter(({ inForce }) => inForce)).toEqual([]);
    expect(await useTemplate(head, { kind: "LETTER", id: 2_000_000_000 })).toMatchObject({ code: "not_found" });
  });

  test("two put in force at once leave one", async () => {
    const [a, b] = await templateVersions("LETTER");
    await Promise.all([a, b, a, b].map((one) => useTemplate(head, { kind: "LETTER", id: one?.id })));
    expect((await templateVersions("LETTER")).filter(({ inForce }) => inForce)).toHaveLength(1);
  });
});
