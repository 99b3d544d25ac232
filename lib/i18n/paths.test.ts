import { describe, expect, it } from "vitest";
import { href, locales, type Place, places, translatePath } from "./paths";
import { redirects, rewrites } from "./routing";

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

  it("are each rewritten to a route, and no inner name is an address of its own", () => {
    for (const name of names) {
      const { vi, en, route } = places[name];
      if (route === "/") continue;
      expect(rewrites).toContainEqual({ source: vi, destination: `/vi${route}` });
      if (en !== `/en${route}`) {
        expect(rewrites).toContainEqual({ source: en, destination: `/en${route}` });
        expect(redirects).toContainEqual({ source: `/en${route}`, destination: en, permanent: true });
      }
    }
  });
});
