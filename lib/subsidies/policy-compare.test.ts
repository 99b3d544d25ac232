import { expect, it } from "vitest";
import { knownPolicy } from "@/prisma/seed/support-policy";
import { messages } from "../i18n/messages";
import { wordsIn } from "../i18n/words";
import { comparePolicies } from "./policy-compare";
import { openedPolicy, policyDraft } from "./policy-schema";

const say = wordsIn("en", messages.en.policies);

it("a version compared with itself differs in nothing, also after it was opened on a screen and read back", () => {
  const back = policyDraft.parse({ id: 1, version: 1, note: "", definition: openedPolicy(knownPolicy) }).definition;
  expect(back).toEqual(knownPolicy);
  expect(comparePolicies(knownPolicy, back, "en", say)).toEqual([]);
});

it("each change is named once, with what was and what is", () => {
  const next = structuredClone(knownPolicy);
  const [rate, monthly] = next.rates;
  const [group] = next.groups;
  if (!rate || !monthly || !group) throw new Error("the sample has rates and groups");
  rate.value = 60;
  rate.verified = true;
  monthly.capMonths = 24;
  group.conditions.educationFloor = "UPPER_SECONDARY";
  group.papers = group.papers.filter(({ code }) => code !== "ban-sao-bang");
  next.occupations = [...next.occupations.slice(1)];
  const found = comparePolicies(knownPolicy, next, "en", say);
  const of = (key: string) => found.find((one) => one.key === key);
  expect(of("rates.hoc-phi.value")).toMatchObject({ before: "50", after: "60" });
  expect(of("rates.hoc-phi.verified")).toMatchObject({ before: "no", after: "yes" });
  expect(of("rates.hang-thang.capMonths")).toMatchObject({ before: "", after: "24" });
  expect(of("groups.a.educationFloor")).toMatchObject({ before: "lower secondary", after: "upper secondary" });
  expect(of("groups.a.papers.ban-sao-bang.name")).toMatchObject({ after: "" });
  expect(of("occupations.logistics.name")).toMatchObject({ before: "Logistics / Logistics", after: "" });
  expect(new Set(found.map(({ key }) => key)).size).toBe(found.length);
  expect(found.every(({ label }) => label && !label.includes("field."))).toBe(true);
});

it("what is wrong with a draft is named at its place, in a code that has words", () => {
  const opened = openedPolicy(knownPolicy) as {
    rates: { value: unknown; groups: string[] }[];
    occupations: { code: string }[];
  };
  const [rate, second] = opened.rates;
  const [occupation] = opened.occupations;
  if (!rate || !second || !occupation) throw new Error("the sample has rates");
  rate.value = 150;
  second.groups = ["z"];
  occupation.code = "Hàn điện";
  const parsed = policyDraft.safeParse({ id: 1, version: 1, definition: opened });
  const issues = parsed.error?.issues.map(({ path, code, ...more }) => [
    path.join("."),
    code === "custom" && "params" in more ? (more.params as { code?: string }).code : code,
  ]);
  expect(issues).toContainEqual(["definition.occupations.0.code", "code"]);
  rate.value = 150;
  occupation.code = "han-dien";
  const again = policyDraft.safeParse({ id: 1, version: 1, definition: opened });
  const later = again.error?.issues.map(({ path, ...more }) => [
    path.join("."),
    "params" in more ? (more.params as { code?: string }).code : "",
  ]);
  expect(later).toEqual([
    ["definition.rates.0.value", "percent"],
    ["definition.rates.1.groups", "unknownGroup"],
  ]);
});
