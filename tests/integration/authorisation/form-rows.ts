import { db } from "@/lib/db/client";
import { formDefinition } from "@/lib/reports/definition";
import type { ActorName } from "./actors";

/** Who makes the forms of reports. */
export const formKeepers = ["labourOfficer", "labourHead"] as const;

const nowhere = 2_000_000_000;
let count = 0;

const definition = formDefinition.parse({
  sections: [
    {
      key: "main",
      title: { vi: "Nội dung", en: "Content" },
      items: [{ kind: "text", key: "what", label: { vi: "Nội dung", en: "Content" } }],
    },
  ],
});
const names = { nameVi: "Biểu thử quyền", nameEn: "Form of a trial" };

async function aForm(state: "DRAFT" | "IN_FORCE") {
  count += 1;
  const form = await db().reportForm.create({
    data: { ...names, code: `quyen-${process.pid}-${count}`, versions: { create: { no: 1, definition, state } } },
    select: { id: true, versions: { select: { id: true } } },
  });
  return { formId: form.id, id: form.versions[0]?.id ?? 0 };
}
const aDraft = async () => ({ id: (await aForm("DRAFT")).id, version: 1 });

const row = (own: () => Promise<unknown>, other: unknown, may: readonly ActorName[] = formKeepers) => ({
  may,
  foreign: { as: "labourHead" as const, own, other: () => other },
});

export const formCommands = {
  "forms.create": { may: formKeepers as readonly ActorName[], foreign: "makes a row, touches none" },
  "forms.rename": row(async () => ({ ...names, formId: (await aForm("IN_FORCE")).formId, verified: false }), {
    ...names,
    formId: nowhere,
    verified: false,
  }),
  "forms.draft": row(async () => ({ formId: (await aForm("IN_FORCE")).formId }), { formId: nowhere }),
  "forms.save": row(async () => ({ ...(await aDraft()), definition }), { id: nowhere, version: 1, definition }),
  "forms.drop": row(aDraft, { id: nowhere, version: 1 }),
  "forms.putInForce": row(aDraft, { id: nowhere, version: 1 }, ["labourHead"]),
};
