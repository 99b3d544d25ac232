import { describe, expect, it } from "vitest";
import { wagePhrase, wageText } from "./wage";

const offer = (wageMin: number | null, wageMax: number | null, wageNegotiable = false) => ({
  wageMin,
  wageMax,
  wageNegotiable,
});

describe("wageText", () => {
  it("speaks in millions, with the comma or the point of the language", () => {
    expect(wageText(offer(7_500_000, 9_000_000), "vi")).toBe("7,5–9 triệu đồng/tháng");
    expect(wageText(offer(7_500_000, 9_000_000), "en")).toBe("VND 7.5–9 million a month");
    expect(wageText(offer(8_000_000, 8_000_000), "vi")).toBe("8 triệu đồng/tháng");
    expect(wageText(offer(8_000_000, null), "vi")).toBe("Từ 8 triệu đồng/tháng");
    expect(wageText(offer(null, 12_340_000), "vi")).toBe("Đến 12,34 triệu đồng/tháng");
  });

  it("says negotiable only where no amount is said", () => {
    expect(wagePhrase(offer(null, null, true), "vi").code).toBe("negotiable");
    expect(wagePhrase(offer(8_000_000, null, true), "vi").code).toBe("from");
    expect(wagePhrase(offer(null, null), "vi").code).toBe("unknown");
  });
});
