import { randomBytes } from "node:crypto";
import { expect, it } from "vitest";
import { readVerifyCode, verifyCode } from "./verify-code";

it("has ten letters that nobody confuses, and hardly ever the same twice", () => {
  const codes = new Set(Array.from({ length: 2_000 }, () => verifyCode(randomBytes)));
  expect(codes.size).toBe(2_000);
  for (const code of codes) expect(code).toMatch(/^[2-9A-HJKMNP-TW-Z]{10}$/);
});

it("reads a code as people type it", () => {
  expect(readVerifyCode(" 7k3m-q9xd ab ")).toBe("7K3MQ9XDAB");
});
