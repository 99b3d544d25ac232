import { randomBytes } from "node:crypto";
import { db } from "@/lib/db/client";
import { enterprise, school } from "./actors";
import type { CommandRow } from "./table";

/** A file that somebody is handing in. */
async function aFile(owner: { userId: number; organisationId: number }): Promise<{ key: string }> {
  return db().uploadedFile.create({
    data: {
      key: randomBytes(20).toString("hex"),
      name: "Hợp đồng lao động.pdf",
      purpose: "dossier.paper",
      size: 1_000,
      organisationId: owner.organisationId,
      uploadedById: owner.userId,
    },
    select: { key: true },
  });
}

export const fileCommands: Record<string, CommandRow> = {
  "files.begin": { may: [...enterprise, ...school], foreign: "it makes a file of the actor's own" },
  "files.discard": {
    may: [...enterprise, ...school],
    foreign: {
      as: "enterpriseMember",
      own: ({ actors, enterpriseId }) =>
        aFile({ userId: actors.enterpriseMember.userId, organisationId: enterpriseId }),
      other: ({ otherEnterpriseOwner, otherEnterpriseId }) =>
        aFile({ userId: otherEnterpriseOwner.userId, organisationId: otherEnterpriseId }),
    },
  },
  "files.settle": { may: ["system"], foreign: "only the portal itself calls it" },
  "files.sweep": { may: ["system"], foreign: "only the portal itself calls it" },
};
