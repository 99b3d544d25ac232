import { request as httpRequest } from "node:http";
import { type APIResponse, expect, type Page, test } from "@playwright/test";
import { fileAddress, uploadAddress } from "@/lib/files/place";
import { jpeg, pdf, png } from "../support/sample-files";
import { deskOf, signIn } from "./support/people";

/** Files on the real server, spoken to as the upload field does: with a person's session, from the portal's own pages. */
const purpose = "dossier.paper";
const text64 = (text: string) => Buffer.from(text).toString("base64");
const originOf = (page: Page) => new URL(page.url()).origin;

type Method = "POST" | "PATCH" | "HEAD" | "DELETE";
const tus = (page: Page, method: Method, path: string, headers: Record<string, string> = {}, data?: Buffer) =>
  page.request.fetch(path, {
    method,
    headers: {
      origin: originOf(page),
      "tus-resumable": "1.0.0",
      ...(data && { "content-type": "application/offset+octet-stream" }),
      ...headers,
    },
    ...(data && { data }),
  });

const announce = (page: Page, name: string, size: number) =>
  tus(page, "POST", uploadAddress, {
    "upload-length": String(size),
    "upload-metadata": `filename ${text64(name)},purpose ${text64(purpose)}`,
  });

async function begin(page: Page, name: string, size: number): Promise<string> {
  const answer = await announce(page, name, size);
  expect(answer.status()).toBe(201);
  return answer.headers().location?.split("/").at(-1) ?? "";
}

const send = (page: Page, key: string, at: number, bytes: Buffer): Promise<APIResponse> =>
  tus(page, "PATCH", `${uploadAddress}/${key}`, { "upload-offset": String(at) }, bytes);

async function offsetOf(page: Page, key: string): Promise<number> {
  const answer = await tus(page, "HEAD", `${uploadAddress}/${key}`);
  expect(answer.status()).toBe(200);
  return Number(answer.headers()["upload-offset"]);
}

const stateOf = async (page: Page, key: string) => (await page.request.get(`${fileAddress(key)}/state`)).json();

/** Sends `bytes` of a longer request, and cuts the line once the server has kept some of them. */
async function sendAndBreak(page: Page, key: string, bytes: Buffer, announced: number): Promise<number> {
  const cookies = await page.context().cookies();
  const request = httpRequest(`${originOf(page)}${uploadAddress}/${key}`, {
    method: "PATCH",
    headers: {
      origin: originOf(page),
      cookie: cookies.map(({ name, value }) => `${name}=${value}`).join("; "),
      "tus-resumable": "1.0.0",
      "upload-offset": "0",
      "content-type": "application/offset+octet-stream",
      "content-length": announced,
    },
  });
  request.on("error", () => {});
  request.write(bytes);
  await expect.poll(() => offsetOf(page, key)).toBeGreaterThan(0);
  request.destroy();
  // What had come and was not yet kept is kept when the line breaks.
  await expect.poll(() => offsetOf(page, key)).toBe(bytes.length);
  return bytes.length;
}

test("a file goes on after a broken line and after a lost session, and is saved by its own people alone", async ({
  browser,
}) => {
  const page = await (await browser.newContext()).newPage();
  await signIn(page, "nhan-su");
  const bytes = pdf(4_000_000);
  const key = await begin(page, "Hợp đồng lao động.pdf", bytes.length);
  const broken = await sendAndBreak(page, key, bytes.subarray(0, 1_300_000), bytes.length);
  expect((await send(page, key, broken, bytes.subarray(broken, 2_000_000))).status()).toBe(204);

  await page.context().clearCookies();
  const signedOut = await send(page, key, 2_000_000, bytes.subarray(2_000_000));
  expect([signedOut.status(), await signedOut.json()]).toEqual([401, { ok: false, code: "signed_out" }]);
  expect((await page.request.get(fileAddress(key))).status()).toBe(401);
  await signIn(page, "nhan-su");
  expect(await offsetOf(page, key)).toBe(2_000_000);
  expect((await send(page, key, 2_000_000, bytes.subarray(2_000_000))).status()).toBe(204);
  expect(await stateOf(page, key)).toMatchObject({ state: "READY", kind: "application/pdf", received: bytes.length });

  const saved = await page.request.get(fileAddress(key));
  expect((await saved.body()).equals(bytes)).toBe(true);
  const headers = saved.headers();
  expect(headers["content-disposition"]).toContain("attachment; ");
  expect(headers["content-security-policy"]).toContain("sandbox");
  expect(headers["x-content-type-options"]).toBe("nosniff");
  expect(headers["cache-control"]).toContain("no-store");
  const part = await page.request.get(fileAddress(key), { headers: { range: "bytes=10-19" } });
  expect([part.status(), await part.body()]).toEqual([206, bytes.subarray(10, 20)]);

  const other = await deskOf(browser, "giao-vien");
  await other.goto("/");
  for (const path of [fileAddress(key), `${fileAddress(key)}/state`])
    expect((await other.request.get(path)).status()).toBe(404);
  expect((await tus(other, "HEAD", `${uploadAddress}/${key}`)).status()).toBe(404);
  expect((await tus(other, "DELETE", `${uploadAddress}/${key}`)).status()).toBe(404);

  expect((await tus(page, "DELETE", `${uploadAddress}/${key}`)).status()).toBe(204);
  expect((await page.request.get(fileAddress(key))).status()).toBe(404);
});

test("what is too large, not what it says, or sent by another site is refused, and why is said", async ({
  browser,
}) => {
  const page = await deskOf(browser, "nhan-su");
  await page.goto("/");
  const large = await announce(page, "phim.pdf", 500_000_000);
  expect([large.status(), await large.json()]).toMatchObject([413, { code: "file_too_large" }]);

  const liar = png();
  const key = await begin(page, "bằng tốt nghiệp.pdf", liar.length);
  expect((await send(page, key, 0, liar)).status()).toBe(204);
  const found = { said: "pdf", found: "png" };
  expect(await stateOf(page, key)).toMatchObject({ state: "REFUSED", problem: "not_what_it_says", params: found });
  expect((await page.request.get(fileAddress(key))).status()).toBe(404);

  const strange = await tus(page, "POST", uploadAddress, { origin: "https://evil.example", "upload-length": "5" });
  expect(strange.status()).toBe(403);
});

test("a plain form hands a file in, and comes back to its page", async ({ browser }) => {
  const page = await deskOf(browser, "nhan-su");
  await page.goto("/");
  const form = (name: string, buffer: Buffer) =>
    page.request.post("/api/files", {
      headers: { origin: originOf(page) },
      maxRedirects: 0,
      multipart: { purpose, back: "/enterprise?a=1", file: { name, mimeType: "application/octet-stream", buffer } },
    });
  const taken = await form("ảnh.jpg", jpeg());
  expect(taken.status()).toBe(303);
  const key = /^\/enterprise\?a=1&file=([0-9a-f]{40})$/.exec(taken.headers().location ?? "")?.[1] ?? "";
  expect(await stateOf(page, key)).toMatchObject({ state: "READY", kind: "image/jpeg" });
  expect((await form("ảnh.jpg", pdf())).headers().location).toContain("fileProblem=file_problem&");
});
