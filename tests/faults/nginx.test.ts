import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addDays, dayOf } from "@/lib/core/day";
import { href, locales, type Place, places } from "@/lib/i18n/paths";
import { publishBatch } from "@/lib/vacancies/publication-commands";
import { createBatchRow, createEnterprise, createPark, createVacancy, staffActor } from "../factories/vacancies";
import { Readers } from "../support/load";
import { findNginx, Nginx, testReferenceConfiguration } from "../support/nginx";
import { Portal } from "../support/portal";

const closed: Place[] = [
  "signIn",
  "secondStep",
  "register",
  "invitation",
  "reset",
  "learning",
  "my",
  "enterprise",
  "school",
  "staff",
];
/** Open to everybody, out of what one visitor answered: kept by nobody. */
const answered: Place[] = ["eligibility"];
const open = (Object.keys(places) as Place[]).filter((place) => ![...closed, ...answered].includes(place));

/** Handed out of the cache, perhaps while it is fetched anew in the background. */
const fromCache = /^(HIT|STALE|UPDATING)$/;

if (!findNginx())
  it("IS NOT TRIED: nginx is not installed here (apt-get install nginx-light)", () => {
    process.stderr.write("\n\n  !!! The reference deployment was NOT tried: install nginx-light.\n\n");
  });
else
  describe("the reference nginx before two servers", () => {
    let portal: Portal;
    let nginx: Nginx;

    beforeAll(async () => {
      portal = await Portal.prepare();
      process.env.DATABASE_URL = portal.databaseUrl;
      await portal.start("server");
      nginx = await Nginx.start([portal.url, (await portal.startAnother()).url]);
    }, 600_000);
    afterAll(async () => {
      await nginx?.stop();
      await portal?.stop();
    });

    const ask = (path: string, init: RequestInit = {}) => fetch(nginx.url + path, { redirect: "manual", ...init });
    const text = async (path: string) => (await ask(path)).text();
    const cacheOf = async (path: string, init?: RequestInit) => (await ask(path, init)).headers.get("x-cache");

    it("takes the configuration as it stands in docs/deploy", async () => {
      expect(await testReferenceConfiguration()).toMatch(/^0\n.*syntax is ok\n.*test is successful/);
    });

    it("keeps every public place in both languages, and no workspace, whoever asks", async () => {
      for (const locale of locales) {
        for (const place of open) {
          await ask(href(locale, place), { headers: { cookie: "next-auth.session-token=somebody" } });
          expect(await cacheOf(href(locale, place)), href(locale, place)).toMatch(fromCache);
        }
        for (const place of answered) {
          await ask(href(locale, place));
          const { headers } = await ask(href(locale, place));
          expect(headers.get("x-cache"), href(locale, place)).not.toMatch(fromCache);
          expect(headers.get("cache-control")).toContain("no-store");
        }
        for (const place of closed) {
          const path = href(locale, place, ...(place === "invitation" || place === "learning" ? ["x"] : []));
          const answers = [await ask(path), await ask(path)];
          for (const { headers } of answers) {
            expect(headers.get("x-cache"), path).toBeNull();
            expect(headers.get("cache-control"), path).toMatch(/no-store|private/);
          }
        }
      }
    });

    it("does not mix up answers for Next's router with pages, compresses, and closes what is not for the world", async () => {
      expect((await ask("/", { headers: { rsc: "1" } })).headers.get("x-cache")).toBe("BYPASS");
      expect((await ask("/")).headers.get("content-type")).toContain("text/html");
      expect((await ask("/", { headers: { "accept-encoding": "gzip" } })).headers.get("content-encoding")).toBe("gzip");
      for (const path of ["/api/metrics", "/api/internal/revalidate"]) expect((await ask(path)).status).toBe(404);
      expect((await ask("/viec-lam", { method: "POST", body: "x".repeat(1_100_000) })).status).toBe(413);
    });

    it("shows a publication within 30 s, without purging, though the pages were kept and are asked for all the time", async () => {
      const head = await staffActor("LABOUR_HEAD");
      const park = await createPark();
      const enterprise = await createEnterprise(park.id);
      const day = dayOf(new Date());
      const batch = await createBatchRow({
        collectFrom: addDays(day, -9),
        collectTo: addDays(day, -1),
        status: "REVIEWING",
      });
      const titleVi = "Thợ tiện thử bộ nhớ đệm";
      await createVacancy(
        { enterpriseId: enterprise.id, parkId: park.id, batchId: batch.id, status: "APPROVED" },
        { titleVi, deadline: addDays(day, 30) },
      );
      const link = `/dot-tuyen-dung/${batch.year}/${batch.no}`;
      const wanted: [path: string, words: string][] = [
        ["/", titleVi],
        ["/viec-lam", titleVi],
        ["/dot-tuyen-dung", link],
        ["/viec-lam/rss", titleVi],
        ["/api/v1/vacancies", titleVi],
      ];
      // Kept at the last moment before.
      for (const [path] of wanted) await ask(path);
      for (const [path, words] of wanted) {
        expect(await cacheOf(path), path).toMatch(fromCache);
        expect(await text(path), path).not.toContain(words);
      }
      expect(await publishBatch(head, { id: batch.id, version: batch.version })).toMatchObject({ ok: true });
      const since = Date.now();
      const seen: Record<string, number> = {};
      while (Object.keys(seen).length < wanted.length && Date.now() - since < 30_000)
        for (const [path, words] of wanted)
          if (!(path in seen) && (await text(path)).includes(words)) seen[path] = Date.now() - since;
      expect(Object.keys(seen).sort()).toEqual(wanted.map(([path]) => path).sort());
    });

    it("a server is killed under load: no request that may be repeated fails", async () => {
      // Addresses that nobody asked for before, so that most go through to a server.
      const paths = Array.from({ length: 400 }, (_, n) => `/viec-lam?q=tho+${n}`);
      const readers = new Readers(nginx.url, [...paths, "/", "/en"]);
      await readers.more(30);
      await portal.kill("server");
      await readers.more(60);
      await portal.start("server");
      await readers.more(30);
      await readers.stop();
      expect(readers.failed).toEqual([]);
      expect(nginx.log).toMatch(/upstream/);
    });

    it("shows what it kept while no server answers", async () => {
      expect((await ask("/")).status).toBe(200);
      await portal.stopServers();
      const answer = await ask("/en");
      expect([answer.status, answer.headers.get("x-cache")]).toEqual([
        200,
        expect.stringMatching(/HIT|STALE|UPDATING/),
      ]);
      expect((await ask("/staff")).status).toBe(502);
    });
  });
