import { createHash, createHmac } from "node:crypto";
import { createServer, type IncomingMessage, type Server } from "node:http";

const hmac = (key: string | Buffer, text: string) => createHmac("sha256", key).update(text).digest();
const sha256 = (bytes: string | Buffer) => createHash("sha256").update(bytes).digest("hex");
const strictly = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`);

/** Whether a request is signed as AWS Signature Version 4 says (docs.aws.amazon.com, "Create a signed AWS API request"). */
function signedBy(request: IncomingMessage, body: Buffer, key: { name: string; secret: string }): boolean {
  const said =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/.exec(
      request.headers.authorization ?? "",
    );
  const [, name, day = "", region = "", headers = "", signature] = said ?? [];
  const time = String(request.headers["x-amz-date"]);
  const hash = String(request.headers["x-amz-content-sha256"]);
  if (name !== key.name || !time.startsWith(day) || !headers.split(";").includes("host")) return false;
  if (hash !== "UNSIGNED-PAYLOAD" && hash !== sha256(body)) return false;
  const url = new URL(request.url ?? "/", "http://store.example");
  const query = [...url.searchParams].map(([one, value]) => `${strictly(one)}=${strictly(value)}`).sort();
  const lines = headers.split(";").map((one) => `${one}:${String(request.headers[one]).trim()}\n`);
  const canonical = [request.method, url.pathname, query.join("&"), lines.join(""), headers, hash].join("\n");
  const scope = `${day}/${region}/s3/aws4_request`;
  const signing = [day, region, "s3", "aws4_request"].reduce<string | Buffer>(hmac, `AWS4${key.secret}`);
  return hmac(signing, ["AWS4-HMAC-SHA256", time, scope, sha256(canonical)].join("\n")).toString("hex") === signature;
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) parts.push(chunk);
  return Buffer.concat(parts);
}

/**
 * Speaks the part of S3 that the portal uses, on this machine: PutObject, GetObject with a range, ListObjectsV2 and
 * DeleteObjects of one bucket, for whoever signs with its key. `full` makes it answer as a store without room.
 */
export async function startS3(bucket: string, key: { name: string; secret: string }) {
  const objects = new Map<string, Buffer>();
  const at = { full: false, refused: 0 };
  const server: Server = createServer(async (request, response) => {
    const body = await bodyOf(request);
    const url = new URL(request.url ?? "/", "http://store.example");
    const name = decodeURIComponent(url.pathname).slice(bucket.length + 2);
    const say = (status: number, text: string | Buffer = "", headers = {}) =>
      response.writeHead(status, { "content-length": Buffer.byteLength(text), ...headers }).end(text);
    if (!signedBy(request, body, key)) {
      at.refused += 1;
      return say(403, "<Error><Code>SignatureDoesNotMatch</Code><Message>not signed</Message></Error>");
    }
    if (request.method === "PUT") {
      if (at.full) return say(507, "<Error><Code>QuotaExceeded</Code><Message>no room</Message></Error>");
      objects.set(name, body);
      return say(200, "", { etag: `"${sha256(body)}"` });
    }
    if (request.method === "POST" && url.searchParams.has("delete")) {
      const names = [...body.toString("utf8").matchAll(/<Key>([^<]+)<\/Key>/g)].map(([, one]) => one ?? "");
      for (const one of names) objects.delete(one);
      const deleted = names.map((one) => `<Deleted><Key>${one}</Key></Deleted>`).join("");
      return say(200, `<DeleteResult>${deleted}</DeleteResult>`, { "content-type": "application/xml" });
    }
    if (url.searchParams.has("list-type")) {
      const found = [...objects.keys()].filter((one) => one.startsWith(url.searchParams.get("prefix") ?? ""));
      const rows = found.map((one) => `<Contents><Key>${one}</Key><Size>${objects.get(one)?.length}</Size></Contents>`);
      const list = `<ListBucketResult><IsTruncated>false</IsTruncated><KeyCount>${found.length}</KeyCount>${rows.join("")}</ListBucketResult>`;
      return say(200, list, { "content-type": "application/xml" });
    }
    const bytes = objects.get(name);
    if (!bytes) return say(404, "<Error><Code>NoSuchKey</Code><Message>none</Message></Error>");
    const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? "") ?? [];
    return from === undefined ? say(200, bytes) : say(206, bytes.subarray(Number(from), Number(to) + 1));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    objects,
    at,
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
