import { addDays } from "@/lib/core/day";
import { db } from "@/lib/db/client";
import { createBatchRow } from "../../factories/vacancies";
import type { ActorName } from "./actors";

const numberers = ["labourOfficer", "labourHead", "office"] as const;
const recorders = ["labourOfficer", "labourHead", "employmentCentre"] as const;
/** Who reads the register and the log of sendings. */
export const documentReaders = ["labourOfficer", "labourHead", "leader", "employmentCentre", "office"] as const;
export const templateKeepers = numberers;

const nowhere = 2_000_000_000;
const today = "2024-07-25";

const registerId = async () => (await db().documentRegister.findFirstOrThrow()).id;

/** A number that was given. */
async function aDocument(): Promise<{ id: number; version: number }> {
  const id = await registerId();
  const { lastNo: no } = await db().documentYear.upsert({
    where: { registerId_year: { registerId: id, year: 2024 } },
    create: { registerId: id, year: 2024, lastNo: 1 },
    update: { lastNo: { increment: 1 } },
  });
  return db().registeredDocument.create({
    data: { registerId: id, year: 2024, no, kind: "NOTICE", subject: "Thông báo thử quyền", issuedOn: new Date(today) },
    select: { id: true, version: true },
  });
}

let batches = 0;

async function aPublishedBatch(): Promise<number> {
  batches += 1;
  const { id } = await createBatchRow({ collectFrom: addDays("2020-01-01", batches) });
  await db().vacancyBatch.update({ where: { id }, data: { status: "PUBLISHED", publishedAt: new Date("2024-07-10") } });
  return id;
}

const fields = { channel: "NEWSPAPER", sentOn: today, receiver: "Báo Thử", link: "", file: null, documentId: null };
const reason = "Ghi nhầm ngày gửi";

async function aSending(): Promise<{ id: number }> {
  const batchId = await aPublishedBatch();
  return db().dissemination.create({
    data: { batchId, channel: "NEWSPAPER", sentOn: new Date(today), receiver: "Báo Thử" },
    select: { id: true },
  });
}

const numbered = { kind: "NOTICE", subject: "Thông báo thử quyền", issuedOn: today };

export const paperCommands = {
  "documents.number": {
    may: numberers as readonly ActorName[],
    foreign: {
      as: "office" as const,
      own: async () => ({ ...numbered, registerId: await registerId() }),
      other: () => ({ ...numbered, registerId: nowhere }),
    },
  },
  "documents.cancel": {
    may: numberers as readonly ActorName[],
    foreign: {
      as: "labourOfficer" as const,
      own: async () => ({ ...(await aDocument()), reason }),
      other: () => ({ id: nowhere, version: 1, reason }),
    },
  },
  "documents.startYear": {
    may: numberers as readonly ActorName[],
    foreign: {
      as: "labourHead" as const,
      own: async () => ({ registerId: await registerId(), year: 2031, lastNo: 5 }),
      other: () => ({ registerId: nowhere, year: 2031, lastNo: 5 }),
    },
  },
  "templates.upload": { may: templateKeepers as readonly ActorName[], foreign: "makes a row, touches none" },
  "templates.use": {
    may: ["labourHead", "office"] as readonly ActorName[],
    foreign: {
      as: "office" as const,
      own: () => ({ kind: "LETTER", id: null }),
      other: () => ({ kind: "LETTER", id: nowhere }),
    },
  },
  "dissemination.record": {
    may: recorders as readonly ActorName[],
    foreign: {
      as: "employmentCentre" as const,
      own: async () => ({ ...fields, batchId: await aPublishedBatch() }),
      other: () => ({ ...fields, batchId: nowhere }),
    },
  },
  "dissemination.correct": {
    may: recorders as readonly ActorName[],
    foreign: {
      as: "labourOfficer" as const,
      own: async () => ({ ...fields, ...(await aSending()), reason }),
      other: () => ({ ...fields, id: nowhere, reason }),
    },
  },
  "dissemination.withdraw": {
    may: recorders as readonly ActorName[],
    foreign: {
      as: "labourHead" as const,
      own: async () => ({ ...(await aSending()), reason }),
      other: () => ({ id: nowhere, reason }),
    },
  },
};
