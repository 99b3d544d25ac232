import { describe, expect, it } from "vitest";
import { href, locales, type Place, places, translatePath } from "./paths";
import { canonicalAddress, innerAddress } from "./routing";

const names = Object.keys(places) as Place[];

describe("addresses", () => {
  it("are the contract with readers and printed leaflets", () => {
    expect(href("vi", "home")).toBe("/");
    expect(href("en", "home")).toBe("/en");
    expect(href("vi", "jobs", "tho-han-12")).toBe("/viec-lam/tho-han-12");
    expect(href("en", "jobs", "tho-han-12")).toBe("/en/jobs/tho-han-12");
    expect(href("vi", "batches", 2024, 2)).toBe("/dot-tuyen-dung/2024/2");
    expect(href("en", "verify", "A/B")).toBe("/en/verify/A%2FB");
  });

  it("lead to the same place in the other language and back", () => {
    for (const name of names)
      for (const tail of name === "home" ? [[]] : [[], ["x-1"], ["2024", "2"]])
        for (const from of locales)
          for (const to of locales) {
            const there = translatePath(href(from, name, ...tail), to);
            expect(there).toBe(href(to, name, ...tail));
          }
  });

  it("are each rendered by one route, and no inner name is an address of its own", () => {
    for (const name of names) {
      const { vi, en, route } = places[name];
      for (const tail of route === "/" ? ["", "?a=b"] : ["", "/x-1/2", "?a=/b", "/x?a"]) {
        expect(innerAddress(vi + tail)).toBe(route === "/" ? `/vi${tail}` : `/vi${route}${tail}`);
        expect(canonicalAddress(vi + tail)).toBeUndefined();
        expect(innerAddress(en + tail) ?? en + tail).toBe(route === "/" ? `/en${tail}` : `/en${route}${tail}`);
        expect(canonicalAddress(en + tail)).toBeUndefined();
        if (route === "/") continue;
        expect(canonicalAddress(`/vi${route}${tail}`)).toBe(vi + tail);
        expect(canonicalAddress(`/en${route}${tail}`)).toBe(en === `/en${route}` ? undefined : en + tail);
      }
    }
    expect(canonicalAddress("/en/training-support/kiem-tra?group=a")).toBe("/en/training-support/eligibility?group=a");
    expect(canonicalAddress("/vi")).toBe("/");
    expect(canonicalAddress("/vi?q=1")).toBe("/?q=1");
  });

  it("that belong to no place stay as they are, and a redirect never leaves the portal", () => {
    for (const other of ["/viec-lam-x", "/enx/jobs", "/en/jobsx", "/api/v1/vacancies", "/theme.js", "//viec-lam"]) {
      expect(innerAddress(other)).toBeUndefined();
      expect(canonicalAddress(other)).toBeUndefined();
    }
    expect(canonicalAddress("/vi//evil.example")).toBe("/evil.example");
    expect(canonicalAddress("/vi/\\evil.example")).not.toMatch(/^\/[\\/]/);
  });
});
