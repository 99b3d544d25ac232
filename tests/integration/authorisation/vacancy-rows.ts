import { randomUUID } from "node:crypto";
import { db } from "@/lib/db/client";
import { emptyVacancy, type VacancyContent } from "@/lib/vacancies/schema";
import { createPark } from "../../factories/vacancies";
import { type ActorName, enterprise, type World } from "./actors";

/** A draft of an organisation: its id and version, as a command wants them. */
export async function aDraft(organisationId: number): Promise<{ id: number; version: number; parkId: number }> {
  const known = await db().enterprise.findUnique({ where: { id: organisationId }, select: { parkId: true } });
  const parkId = known?.parkId ?? (await createPark()).id;
  if (!known)
    await db().enterprise.create({
      data: {
        id: organisationId,
        taxCode: String(2_000_000_000 + organisationId),
        slug: `doanh-nghiep-${organisationId}`,
        nameVi: `Công ty TNHH Thử quyền ${organisationId}`,
        parkId,
        investorCountry: "VN",
      },
    });
  const content: VacancyContent = { ...emptyVacancy(parkId), deadline: null };
  const row = await db().vacancy.create({
    data: {
      ...content,
      deadline: null,
      enterpriseId: organisationId,
      slug: "tin",
      verifyCode: randomUUID().slice(0, 12),
    },
    select: { id: true, version: true },
  });
  return { ...row, parkId };
}

/** A command of the enterprise's desk on one vacancy: its own members reach it, to another enterprise it does not exist. */
const onVacancy = (more: (parkId: number) => object = () => ({})) => {
  const input = async (organisationId: number) => {
    const { id, version, parkId } = await aDraft(organisationId);
    return { id, version, ...more(parkId) };
  };
  return {
    may: enterprise as readonly ActorName[],
    foreign: {
      as: "enterpriseMember" as const,
      own: ({ enterpriseId }: World) => input(enterpriseId),
      other: ({ otherEnterpriseId }: World) => input(otherEnterpriseId),
    },
  };
};

const reason = "Không còn nhu cầu tuyển.";

export const deskCommands = {
  "vacancies.create": {
    may: [...enterprise, "enterpriseKey"] as readonly ActorName[],
    foreign: "makes a row of the actor's own organisation",
  },
  "vacancies.saveDraft": {
    ...onVacancy((parkId) => ({ content: emptyVacancy(parkId) })),
    may: [...enterprise, "enterpriseKey"] as readonly ActorName[],
  },
  "vacancies.submit": onVacancy(),
  "vacancies.recall": onVacancy(),
  "vacancies.copy": onVacancy(),
  "vacancies.remove": onVacancy(),
  "vacancies.repeatLastBatch": { may: enterprise, foreign: "copies rows of the actor's own organisation only" },
  "vacancies.reportFilled": onVacancy(() => ({ filledCount: 1 })),
  "vacancies.reopen": onVacancy(() => ({ filledCount: 1 })),
  "vacancies.extend": onVacancy(() => ({ days: 14 })),
  "vacancies.changeContact": onVacancy(() => ({
    contactName: null,
    contactPhone: "0225 000 0000",
    contactEmail: null,
  })),
  "vacancies.withdraw": onVacancy(() => ({ reason })),
  "vacancies.expire": { may: ["system"] as readonly ActorName[], foreign: "the worker closes whatever is over" },
};
