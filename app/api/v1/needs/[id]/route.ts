import type { KeyActor } from "@/lib/identity/actor";
import { changedNeed } from "@/lib/vacancies/need-api";
import { noteConflict } from "@/lib/vacancies/need-api-commands";
import { apiFinding, contentBefore, contentFromCodes, ownNeed, ownPark } from "@/lib/vacancies/need-api-queries";
import { emptyVacancy, type VacancyContent } from "@/lib/vacancies/schema";
import { saveDraft } from "@/lib/vacancies/vacancy-commands";
import { problem } from "@/lib/web/api";
import { fieldsProblem, keyApi, ownReply, readWrite, refusalProblem } from "@/lib/web/key-api";
import { deskUrl } from "../_parts/addresses";

type Place = RouteContext<"/api/v1/needs/[id]">;

const idOf = async ({ params }: Place): Promise<number | null> => {
  const { id } = await params;
  return /^[1-9]\d{0,8}$/.test(id) ? Number(id) : null;
};
const notFound = (request: Request) => refusalProblem(request, { ok: false, code: "not_found" });

/** One need of the enterprise. */
export const GET = keyApi(async (request, key, now, place: Place) => {
  const id = await idOf(place);
  const need = id && (await ownNeed(key, id, now, deskUrl));
  return need ? ownReply(need) : notFound(request);
});

/** Writes a draft or a returned need by the command of the desk; `ground` is what the fields are laid on. */
const write = (ground: (key: KeyActor, id: number) => Promise<VacancyContent | null>) =>
  keyApi(async (request, key, now, place: Place) => {
    const id = await idOf(place);
    const asked = await readWrite(request, now, changedNeed, false);
    if (asked instanceof Response) return asked;
    const { version } = asked.body;
    const said = await contentFromCodes(asked.body.content);
    if ("fields" in said) return fieldsProblem(request, said.fields);
    const below = id && (await ground(key, id));
    if (!id || !below) return notFound(request);
    const result = await saveDraft(key, { id, version, content: { ...below, ...said.content } }, asked.options);
    if (result.ok) {
      const findings = result.value.findings.map(apiFinding);
      return ownReply({ id, version: result.value.version, deskUrl: deskUrl(id), findings });
    }
    const currentVersion = result.code === "changed_meanwhile" ? await noteConflict(key, id, version, now) : null;
    if (currentVersion === null) return refusalProblem(request, result);
    const detail = `You know version ${version}, it has version ${currentVersion} now; read it and write again.`;
    const body = { sentVersion: version, currentVersion };
    return problem(request, 409, "Changed meanwhile", detail, { body });
  });

/** All fields anew: what is not said is as in an empty form. */
export const PUT = write(async (key) => {
  const parkId = await ownPark(key);
  return parkId === null ? null : emptyVacancy(parkId);
});

/** Some fields; the others stay as they are. */
export const PATCH = write(contentBefore);
