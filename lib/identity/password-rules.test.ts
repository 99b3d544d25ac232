import { describe, expect, it } from "vitest";
import { strengthOf } from "./password-length";
import { passwordProblem } from "./password-rules";

const of = (password: string, email = "lan.nguyen@xekhach.example") => passwordProblem(password, email);

describe("passwordProblem", () => {
  it("asks for ten characters, counted as people count them", () => {
    expect(of("ngắn quá")).toBe("passwordTooShort");
    expect(of("d\u0300".repeat(9))).not.toBeNull();
    expect(of(`${"á".normalize("NFD").repeat(5)}xyz`)).toBe("passwordTooShort");
    expect(of("v".repeat(64) + "k9".repeat(40))).toBe("passwordTooLong");
  });

  it.each([
    "matkhau123",
    "MatKhau@2024",
    "Mật khẩu 123",
    "m4tkh4u2025",
    "anhyeuem1990",
    "haiphong2024",
    "123456789a",
    "1234567890",
    "19081990123",
    "qwertyuiop",
    "abcabcabcabc",
    "aaaaaaaaaaaa",
    "password123",
    "P@ssw0rd2024",
    "0987654321",
    "hezaworks2026",
  ])("refuses the common %s", (password) => expect(of(password)).toBe("passwordCommon"));

  it("refuses the name of the mail address", () => {
    expect(of("lannguyen-2026")).toBe("passwordName");
    expect(of("x Lan.Nguyen x")).toBe("passwordName");
    expect(of("lan thích biển", "lan@xekhach.example")).toBeNull();
  });

  it.each(["bốn chuyến phà qua sông", "kem-que-dau-do", "tr0ng-vườn-có-9-cây", "8fG!kd02mZq", "cam vàng nắng hạ"])(
    "takes %s",
    (password) => expect(of(password)).toBeNull(),
  );
});

describe("strengthOf", () => {
  it("tells by length and variety", () => {
    expect(strengthOf("123456789")).toBe("short");
    expect(strengthOf("kem-que-dau")).toBe("fair");
    expect(strengthOf("aaaaaaaaaaaaaaaaaaaa")).toBe("fair");
    expect(strengthOf("bốn chuyến phà qua sông")).toBe("good");
  });
});
