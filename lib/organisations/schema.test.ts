import { describe, expect, it } from "vitest";
import { problemsOf } from "@/lib/core/problems";
import { enterpriseFields, selfDescription } from "./schema";

const fields = {
  taxCode: "0200638946",
  nameVi: "Công ty TNHH Sao Mai Thử",
  parkId: 1,
  investorCountry: "KR",
  headcount: 120,
  hasUnion: true,
  hasAgreement: false,
};

describe("enterpriseFields", () => {
  it("checks the tax code's check digit", () => {
    const parsed = enterpriseFields.safeParse({ ...fields, taxCode: "0200638947" });
    expect(parsed.success).toBe(false);
    if (!parsed.success) expect(problemsOf(parsed.error)).toEqual([{ path: ["taxCode"], code: "taxCode" }]);
  });

  it("takes empty fields as not said", () => {
    expect(enterpriseFields.parse({ ...fields, nameEn: " ", address: "", vsicCode: "" })).toMatchObject({
      nameEn: null,
      address: null,
      vsicCode: null,
      administrativeUnitId: null,
    });
  });
});

describe("selfDescription", () => {
  it("adds the scheme to a web address and refuses other schemes", () => {
    expect(selfDescription.parse({ version: 1, website: "saomai.example" }).website).toBe("https://saomai.example");
    expect(selfDescription.safeParse({ version: 1, website: "javascript:alert(1)" }).success).toBe(false);
    expect(selfDescription.parse({ version: 1, website: "" }).website).toBeNull();
  });
});
