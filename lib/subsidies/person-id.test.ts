import { describe, expect, it } from "vitest";
import { doubtsOfId, maskedId, parsePersonId, withoutIds } from "./person-id";
import { hashPersonId, openPersonId, sealPersonId } from "./person-id-sealed";

const [one, other] = ["k".repeat(32), "l".repeat(32)];

describe("a personal ID", () => {
  it.each(["031090012345", "031 090 012 345", "031.090.012.345", " 031-090-012345 ", "'031090012345"])(
    "is read as typed: %s",
    (text) => expect(parsePersonId(text)).toBe("031090012345"),
  );

  it.each(["", "31090012345", "0310900123456", "03109001234a", "031090/012345"])("is twelve digits, not: %s", (text) =>
    expect(parsePersonId(text)).toBeNull(),
  );

  it("fits the day of birth by century and year", () => {
    expect(doubtsOfId("031090012345", "1990-05-01")).toEqual([]);
    expect(doubtsOfId("031190012345", "1990-05-01")).toEqual([]);
    expect(doubtsOfId("031305012345", "2005-05-01")).toEqual([]);
    expect(doubtsOfId("031090012345", "1991-05-01")).toEqual(["idBirthYear"]);
    expect(doubtsOfId("031205012345", "1905-05-01")).toEqual(["idBirthYear"]);
    expect(doubtsOfId("000090012345", "1990-05-01")).toEqual(["idProvince"]);
    expect(doubtsOfId("099090012345", "1990-05-01")).toEqual(["idProvince"]);
    expect(doubtsOfId("114090012345", "1990-05-01")).toEqual([]);
  });

  it("is shown by its last four digits, also in running text", () => {
    expect(maskedId("031090012345")).toBe("••••••••2345");
    expect(withoutIds("CCCD 031 090 012 345, ĐT 0912345678")).toBe("CCCD ••••••••2345, ĐT 0912345678");
    expect(withoutIds("1234567890123")).toBe("1234567890123");
  });

  it("is sealed for its row and opens with a secret that is known", () => {
    const sealed = sealPersonId("031090012345", "a", one);
    expect(sealed).not.toContain("031090012345");
    expect(openPersonId(sealed, "a", [other, one])).toBe("031090012345");
    expect(() => openPersonId(sealed, "b", [one])).toThrow();
  });

  it("has one hash for each secret", () => {
    expect(hashPersonId("031090012345", one)).toBe(hashPersonId("031090012345", one));
    expect(hashPersonId("031090012345", one)).not.toBe(hashPersonId("031090012345", other));
    expect(hashPersonId("031090012345", one)).not.toBe(hashPersonId("031090012346", one));
  });
});
