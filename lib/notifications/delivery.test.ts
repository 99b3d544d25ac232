import { describe, expect, test } from "vitest";
import { attemptLimit, failureOf, nextAttempt } from "./delivery";

const now = new Date("2024-07-10T01:00:00Z");
const pauses = Array.from(
  { length: attemptLimit },
  (_, index) => nextAttempt(index + 1, now).getTime() - now.getTime(),
);

test("pauses double from half a minute and stay at four hours", () => {
  expect(pauses.slice(0, 4)).toEqual([30_000, 60_000, 120_000, 240_000]);
  expect(pauses.at(-1)).toBe(4 * 3_600_000);
  expect(nextAttempt(0, now).getTime()).toBeGreaterThan(now.getTime());
});

test("a mail is tried for more than a day", () => {
  const hours = pauses.slice(0, -1).reduce((sum, pause) => sum + pause, 0) / 3_600_000;
  expect(hours).toBeGreaterThan(24);
  expect(hours).toBeLessThan(72);
});

describe("what an error means", () => {
  const error = (more: object) => Object.assign(new Error("said"), more);
  test.each([
    [
      "mailbox unknown",
      { code: "EENVELOPE", responseCode: 550, command: "RCPT TO", response: "550 no such user" },
      true,
    ],
    ["message refused", { code: "EMESSAGE", responseCode: 554, command: "DATA", response: "554 spam" }, true],
    ["address cannot be said", { code: "EENVELOPE" }, true],
    ["greylisted", { code: "EENVELOPE", responseCode: 451, command: "RCPT TO", response: "451 later" }, false],
    ["mailbox full", { code: "EMESSAGE", responseCode: 452, command: "DATA" }, false],
    ["sign-in refused", { code: "EAUTH", responseCode: 535, command: "AUTH PLAIN", response: "535 no" }, false],
    ["server closed for today", { code: "EPROTOCOL", responseCode: 554, command: "CONN" }, false],
    ["nobody listens", { code: "ESOCKET", command: "CONN" }, false],
    ["silence", { code: "ETIMEDOUT", command: "CONN" }, false],
    ["connection lost in the message", { code: "ECONNECTION", command: "DATA" }, false],
  ])("%s", (_, more, permanent) => {
    expect(failureOf(error(more)).permanent).toBe(permanent);
  });

  test("the reason names the code and the server's words, and is short", () => {
    const said = error({ code: "EENVELOPE", responseCode: 550, command: "RCPT TO", response: "550 no such user" });
    expect(failureOf(said).reason).toBe("EENVELOPE: 550 no such user");
    expect(failureOf(new Error("x".repeat(2_000))).reason).toHaveLength(500);
    expect(failureOf("odd").reason).toBe("odd");
  });
});
