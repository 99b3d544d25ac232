import { describe, expect, test } from "vitest";
import { messages } from "@/lib/i18n/messages";
import { wordsIn } from "@/lib/i18n/words";
import { audienceWords, recurrenceWords, ruleWords, stepWords } from "./rule-words";

const vi = wordsIn("vi", messages.vi.deadlines.rule);
const en = wordsIn("en", messages.en.deadlines.rule);
const names = { park: (id: number) => `KCN ${id}`, country: (code: string) => code, unit: (role: string) => role };

describe("a rule in plain words", () => {
  test("half-yearly, whatever the order in which its dates were typed", () => {
    const rule = {
      kind: "yearly" as const,
      dates: [
        { month: 9, day: 15 },
        { month: 2, day: 15 },
      ],
      before: false,
    };
    expect(recurrenceWords(rule, vi)).toBe("Mỗi năm, chậm nhất ngày 15/02 và 15/09.");
    expect(recurrenceWords(rule, en)).toBe("Every year, at the latest on 15/02 and 15/09.");
  });

  test("“before” says the last day in time, across months too", () => {
    const rule = (dates: { month: number; day: number }[]) => ({ kind: "yearly" as const, dates, before: true });
    expect(recurrenceWords(rule([{ month: 6, day: 5 }]), vi)).toBe(
      "Mỗi năm, trước ngày 05/06: ngày cuối cùng còn đúng hạn là 04/06.",
    );
    expect(recurrenceWords(rule([{ month: 1, day: 1 }]), en)).toContain("the last day in time is 31/12");
    expect(recurrenceWords(rule([{ month: 3, day: 1 }]), en)).toContain("the last day in time is 28/02");
  });

  test("quarterly, once, days off, window, validity", () => {
    const rule = {
      recurrence: { kind: "quarterly" as const, daysAfter: 10 },
      dayOffRule: "NEXT_WORKING_DAY" as const,
      opensDaysBefore: 1,
      validFrom: "2024-07-19",
      validTo: null,
    };
    expect(ruleWords(rule, en)).toEqual([
      "Every quarter, within 10 days of its end.",
      "On a day off, the next working day is the due day.",
      "Answers are taken from 1 day before the due day.",
      "In force from 19/07/2024, without an end.",
    ]);
    const once = { kind: "once" as const, coversFrom: "2026-01-01", coversTo: "2026-06-30", dueOn: "2026-07-10" };
    expect(ruleWords({ ...rule, recurrence: once, opensDaysBefore: 0, validTo: "2026-12-31" }, vi)).toEqual([
      "Một lần, chậm nhất ngày 10/07/2026, cho thời gian từ 01/01/2026 đến 30/06/2026.",
      "Gặp ngày nghỉ thì hạn là ngày làm việc liền sau.",
      "Chỉ nhận báo cáo từ đúng ngày hạn.",
      "Hiệu lực từ 19/07/2024 đến 31/12/2026.",
    ]);
  });

  test("who owes, and the steps of the ladder", () => {
    const some = {
      kind: "enterprises" as const,
      parks: [3, 5, 8],
      countries: ["JP"],
      headcountFrom: 1_000,
      headcountTo: null,
    };
    expect(audienceWords(some, vi, names)).toBe(
      "Doanh nghiệp hoạt động trong kỳ báo cáo tại KCN 3, KCN 5 và KCN 8; nhà đầu tư từ JP; có từ 1.000 lao động trở lên",
    );
    expect(audienceWords({ kind: "organisations", ids: [7] }, en, names)).toBe("1 organisation named");
    expect([-3, 0, 1].map((step) => stepWords({ step }, en))).toEqual([
      "3 working days before the due day",
      "on the due day",
      "1 working day after the due day",
    ]);
  });
});
