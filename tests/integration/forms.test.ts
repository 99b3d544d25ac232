import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import type { Person } from "@/lib/identity/actor";
import { opened } from "@/lib/reports/editing";
import { createForm, draftForm, dropFormDraft, putFormInForce, saveFormDraft } from "@/lib/reports/form-commands";
import { formPage, formVersion, formWithVersions } from "@/lib/reports/form-queries";
import { prefill } from "@/lib/reports/known-queries";
import { formQuery } from "@/lib/reports/schema";
import { loadForms } from "../../prisma/seed/forms/built-in";
import { createStaff } from "../factories/identity";
import { createBatchRow, createEnterprise, createPark, createVacancy } from "../factories/vacancies";

let officer: Person;
let head: Person;
const names = { nameVi: "Báo cáo thử", nameEn: "Trial report" };
let count = 0;
const made = async () => {
  count += 1;
  const result = await createForm(officer, { ...names, code: `thu-${count}`, citation: "" });
  if (!result.ok) throw new Error(result.code);
  return result.value;
};

beforeAll(async () => {
  officer = await createStaff("LABOUR_OFFICER");
  head = await createStaff("LABOUR_HEAD");
});

describe("a form is made without a developer", () => {
  it("begins as a draft, is changed, and comes into force by the head of department", async () => {
    const { id, versionId } = await made();
    const draft = await formVersion(versionId);
    if (!draft) throw new Error("no draft");
    const definition = JSON.parse(JSON.stringify(opened(draft.definition)).replaceAll("Nội dung báo cáo", "Số người"));
    expect(await saveFormDraft(officer, { id: versionId, version: 1, definition })).toEqual({
      ok: true,
      value: { id: versionId, version: 2 },
    });
    expect(await saveFormDraft(officer, { id: versionId, version: 1, definition })).toMatchObject({
      code: "changed_meanwhile",
    });
    expect(await putFormInForce(officer, { id: versionId, version: 2 })).toMatchObject({ code: "forbidden" });
    expect(await putFormInForce(head, { id: versionId, version: 2 })).toMatchObject({ ok: true });
    expect(await saveFormDraft(officer, { id: versionId, version: 3, definition })).toMatchObject({
      code: "not_allowed_now",
    });
    const next = await draftForm(officer, { formId: id });
    expect(next).toMatchObject({ ok: true, value: { no: 2 } });
    expect(await draftForm(officer, { formId: id })).toMatchObject({ code: "form_draft_exists" });
    if (!next.ok) return;
    expect((await formVersion(next.value.id))?.definition).toEqual((await formVersion(versionId))?.definition);
    await putFormInForce(head, { id: next.value.id, version: 1 });
    expect((await formWithVersions(id))?.versions.map(({ no, state }) => [no, state])).toEqual([
      [2, "IN_FORCE"],
      [1, "RETIRED"],
    ]);
  });

  it("is refused with the place of what is wrong", async () => {
    const { versionId } = await made();
    const draft = await formVersion(versionId);
    const definition = opened(draft?.definition) as { rules: unknown[] };
    definition.rules = [{ kind: "notMore", within: "", less: "field1", than: "gone", message: { vi: "", en: "" } }];
    expect(await saveFormDraft(officer, { id: versionId, version: 1, definition })).toMatchObject({
      code: "invalid_input",
      fields: [{ path: ["definition", "rules", 0, "than"], code: "unknownReference" }],
    });
  });

  it("of which two begin a version at once, one does", async () => {
    const { id, versionId } = await made();
    await putFormInForce(head, { id: versionId, version: 1 });
    const results = await Promise.all([draftForm(officer, { formId: id }), draftForm(head, { formId: id })]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it("that never came into force goes with its draft; one that was does not", async () => {
    const { id, versionId } = await made();
    expect(await dropFormDraft(officer, { id: versionId, version: 1 })).toEqual({ ok: true, value: { formId: null } });
    expect(await formWithVersions(id)).toBeNull();
    const other = await made();
    await putFormInForce(head, { id: other.versionId, version: 1 });
    expect(await dropFormDraft(officer, { id: other.versionId, version: 2 })).toMatchObject({
      code: "not_allowed_now",
    });
    await expect(db().reportFormVersion.delete({ where: { id: other.versionId } })).rejects.toThrow();
  });

  it("is found by its name", async () => {
    await made();
    const page = await formPage(formQuery.parse({ q: "trial", state: "draft" }), "en");
    expect(page.total).toBeGreaterThan(0);
    expect(page.items.every(({ draft }) => draft !== null)).toBe(true);
    expect((await formPage(formQuery.parse({ q: "100%" }), "vi")).total).toBe(0);
  });
});

describe("the built-in forms", () => {
  it("are there once, and what staff made of them stays", async () => {
    await loadForms(db());
    await db().reportForm.update({ where: { code: "school-data" }, data: { nameVi: "Tên do cán bộ sửa" } });
    await loadForms(db());
    expect(await db().reportForm.count({ where: { code: "school-data" } })).toBe(1);
    expect((await db().reportForm.findUniqueOrThrow({ where: { code: "school-data" } })).nameVi).toBe(
      "Tên do cán bộ sửa",
    );
  });

  it("begin with what the portal knows of the one who reports, and of nobody else", async () => {
    await loadForms(db());
    const form = await db().reportForm.findUniqueOrThrow({
      where: { code: "skilled-labour-need" },
      include: { versions: true },
    });
    const version = await formVersion(form.versions[0]?.id ?? 0);
    if (!version) throw new Error("no version");
    const { id: parkId } = await createPark();
    const enterprise = await createEnterprise(parkId);
    const other = await createEnterprise(parkId);
    const { id: batchId } = await createBatchRow({ collectFrom: "2024-01-01" });
    const publish = (enterpriseId: number, at: string, headcount: number, college = 0) =>
      createVacancy(
        { enterpriseId, parkId, batchId, status: "PUBLISHED", now: new Date(at) },
        { headcount, unskilled: headcount - college, college },
      );
    await publish(enterprise.id, "2024-03-31T16:59:59Z", 7, 4);
    // In Hải Phòng that is the first of April.
    await publish(enterprise.id, "2024-03-31T17:00:00Z", 9);
    await publish(other.id, "2024-03-01T00:00:00Z", 50);
    const { content, paths } = await prefill(version.definition, enterprise.id, {
      coversFrom: "2024-01-01",
      coversTo: "2024-03-31",
    });
    expect(content).toMatchObject({
      headcount: 500,
      byQualification: { unskilled: { published: 3, needed: null }, college: { published: 4 } },
    });
    expect(paths).toContain("byQualification.college.published");
    expect(
      (await prefill(version.definition, null, { coversFrom: "2024-01-01", coversTo: "2024-03-31" })).paths,
    ).toEqual([]);
  });
});
