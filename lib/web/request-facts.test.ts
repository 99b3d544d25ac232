import { describe, expect, it } from "vitest";
import { localPath } from "./local-path";
import { clientAddress } from "./request-facts";

describe("clientAddress", () => {
  it("is that of the connection, whatever the visitor claims", () => {
    expect(clientAddress("203.0.113.9", "10.0.0.1", false)).toBe("203.0.113.9");
    expect(clientAddress("::ffff:203.0.113.9", undefined, false)).toBe("203.0.113.9");
  });
  it("behind our proxy is what the proxy saw, not what came before it", () => {
    expect(clientAddress("127.0.0.1", "10.0.0.1, 203.0.113.9", true)).toBe("203.0.113.9");
    expect(clientAddress("127.0.0.1", ["1.1.1.1", "203.0.113.9"], true)).toBe("203.0.113.9");
    expect(clientAddress("127.0.0.1", undefined, true)).toBe("127.0.0.1");
    expect(clientAddress(undefined, "", true)).toBe("unknown");
  });
});

describe("localPath", () => {
  it.each(["/staff", "/en/enterprise/vacancies?page=2", "/viec-lam/x-1#top"])("goes to %s", (path) =>
    expect(localPath(path)).toBe(path),
  );
  it.each([
    "",
    null,
    "https://evil.example/",
    "//evil.example",
    "/\\evil.example",
    "/\t/evil.example",
    "\\/evil.example",
    "javascript:alert(1)",
    "staff",
    "/api/auth/signout",
    "/..//evil.example",
  ])("never goes to %s", (path) => expect(localPath(path)).toBeNull());
});
