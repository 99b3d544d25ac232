import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addDays, dayOf } from "@/lib/core/day";
import { publishBatch } from "@/lib/vacancies/publication-commands";
import { createUser, testPassword } from "../factories/identity";
import { createBatchRow, createEnterprise, createPark, createVacancy, staffActor } from "../factories/vacancies";
import { Balancer } from "../support/balancer";
import { Readers } from "../support/load";
import { Portal } from "../support/portal";

/** Two web servers on one database, as behind a balancer. That jobs run once among several workers: mail.test.ts. */
describe("two servers on one database", () => {
  let portal: Portal;
  let urls: [string, string];

  beforeAll(async () => {
    portal = await Portal.prepare();
    // Before the first use of the client: the factories write into the portal's database.
    process.env.DATABASE_URL = portal.databaseUrl;
    await portal.start("server");
    urls = [portal.url, (await portal.startAnother()).url];
  }, 400_000);
  afterAll(() => portal.stop());

  const text = async (url: string) => (await fetch(url)).text();

  it("both show what is published at once, though both had kept the pages from before", async () => {
    const head = await staffActor("LABOUR_HEAD");
    const park = await createPark();
    const enterprise = await createEnterprise(park.id);
    const day = dayOf(new Date());
    const batch = await createBatchRow({
      collectFrom: addDays(day, -9),
      collectTo: addDays(day, -1),
      status: "REVIEWING",
    });
    const titleVi = "Thợ hàn khung xe thử hai máy chủ";
    await createVacancy(
      { enterpriseId: enterprise.id, parkId: park.id, batchId: batch.id, status: "APPROVED" },
      { titleVi, deadline: addDays(day, 30) },
    );
    const link = `/dot-tuyen-dung/${batch.year}/${batch.no}`;
    for (const url of urls)
      for (const path of ["/", "/dot-tuyen-dung"]) expect(await text(url + path), path).not.toMatch(titleVi);
    for (const url of urls) expect(await text(`${url}/dot-tuyen-dung`)).not.toContain(link);

    expect(await publishBatch(head, { id: batch.id, version: batch.version })).toMatchObject({ ok: true });
    for (const url of urls) {
      await expect.poll(() => text(`${url}/`), { timeout: 5_000, interval: 100 }).toContain(titleVi);
      await expect.poll(() => text(`${url}/dot-tuyen-dung`), { timeout: 5_000, interval: 100 }).toContain(link);
    }
  });

  async function signIn(url: string, email: string, password: string): Promise<number> {
    const asked = await fetch(`${url}/api/auth/csrf`);
    const { csrfToken } = (await asked.json()) as { csrfToken: string };
    const cookie = asked.headers
      .getSetCookie()
      .map((line) => line.split(";", 1)[0])
      .join("; ");
    const body = new URLSearchParams({ csrfToken, email, password, json: "true" });
    const answer = await fetch(`${url}/api/auth/callback/credentials`, {
      method: "POST",
      headers: { cookie, "content-type": "application/x-www-form-urlencoded" },
      body,
      redirect: "manual",
    });
    await answer.arrayBuffer();
    return answer.status;
  }

  it("count attempts to sign in together", async () => {
    const [attacked, other] = [await createUser(), await createUser()];
    for (let n = 0; n < 4; n++)
      for (const url of urls) expect(await signIn(url, other.email, "sai mật khẩu")).toBe(401);
    expect(await signIn(urls[1], other.email, testPassword)).toBe(200);
    // Ten are allowed from one network: five here and five there are ten.
    for (let n = 0; n < 5; n++)
      for (const url of urls) expect(await signIn(url, attacked.email, "sai mật khẩu")).toBe(401);
    for (const url of urls) expect(await signIn(url, attacked.email, testPassword)).toBe(401);
  });

  it("one is killed under load, and behind the balancer no request that may be repeated fails", async () => {
    const balancer = await Balancer.start(urls);
    const paths = ["/", "/viec-lam", "/dot-tuyen-dung", "/en", "/api/v1/vacancies", "/viec-lam?q=tho"];
    const readers = new Readers(balancer.url, paths);
    for (let round = 0; round < 3; round++) {
      await readers.more(40);
      const before = balancer.repeated;
      await portal.kill("server");
      await readers.more(40);
      expect(balancer.repeated).toBeGreaterThan(before);
      await portal.start("server");
    }
    await readers.more(40);
    await readers.stop();
    await balancer.stop();
    expect(readers.failed).toEqual([]);
  }, 240_000);
});
