import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { projectRoot } from "@/lib/runtime/folders";
import { freePort } from "@/lib/runtime/ports";

const deploy = join(projectRoot, "docs/deploy");

/** The machine's nginx, or undefined; Debian keeps it where an ordinary user's PATH does not look. */
export function findNginx(): string | undefined {
  const folders = [...(process.env.PATH ?? "").split(delimiter), "/usr/sbin", "/usr/local/sbin"];
  return folders.map((folder) => join(folder, "nginx")).find((file) => existsSync(file));
}

/** A folder that nginx's own user may pass through. */
function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "heza-nginx-"));
  chmodSync(folder, 0o711);
  return folder;
}

const around = (folder: string, http: string) => {
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
  return `daemon off;
worker_processes 1;
pid ${folder}/pid;
error_log ${folder}/error.log warn;
events { worker_connections 1024; }
http {
  default_type text/html;
  access_log off;
  # On the loopback address it would wait 40 ms for more to send.
  sendfile on; tcp_nopush off;
  keepalive_requests 1000000;
  ${temporary.map((name) => `${name}_temp_path ${folder}/${name};`).join(" ")}
  ${http}
}
`;
};

/** The reference nginx (docs/deploy/portal.inc) before web processes of the portal, without TLS. */
export class Nginx {
  private constructor(
    readonly url: string,
    readonly folder: string,
    private readonly child: ChildProcess,
  ) {}

  /** Its worker process, which does the work: for measuring. */
  get workerPid(): number {
    const children = readFileSync(`/proc/${this.child.pid}/task/${this.child.pid}/children`, "utf8");
    return Number(children.trim().split(" ")[0]);
  }

  get log(): string {
    return readFileSync(join(this.folder, "error.log"), "utf8");
  }

  /** @param more further lines of the server block, with the folder for their files */
  static async start(upstreams: readonly string[], more: (folder: string) => string = () => ""): Promise<Nginx> {
    const program = findNginx();
    if (!program) throw new Error("nginx is not installed here");
    const folder = newFolder();
    mkdirSync(join(folder, "pages"));
    const port = await freePort();
    const servers = upstreams.map(
      (url) => `server ${new URL(url).host.replace("localhost", "127.0.0.1")} max_fails=1 fail_timeout=5s;`,
    );
    writeFileSync(
      join(folder, "nginx.conf"),
      around(
        folder,
        `proxy_cache_path ${folder}/cache levels=1:2 keys_zone=portal:20m inactive=10m use_temp_path=off;
  upstream portal_app { ${servers.join(" ")} keepalive 32; }
  server { listen 127.0.0.1:${port}; include ${deploy}/portal.inc; ${more(folder)} }`,
      ),
    );
    const child = spawn(program, ["-p", folder, "-c", join(folder, "nginx.conf"), "-e", join(folder, "error.log")], {
      stdio: "ignore",
    });
    const nginx = new Nginx(`http://127.0.0.1:${port}`, folder, child);
    for (const end = Date.now() + 20_000; ; await sleep(50)) {
      if (await fetch(`${nginx.url}/api/metrics`).catch(() => undefined)) return nginx;
      if (Date.now() > end || child.exitCode !== null) throw new Error(`nginx did not start:\n${nginx.log}`);
    }
  }

  async stop(): Promise<void> {
    const gone = new Promise((resolve) => this.child.once("exit", resolve));
    this.child.kill("SIGTERM");
    await gone;
    rmSync(this.folder, { recursive: true });
  }
}

/** What nginx says of docs/deploy/nginx.conf itself, with ports, certificate and folders of this machine put in. */
export async function testReferenceConfiguration(): Promise<string> {
  const folder = newFolder();
  try {
    const key = ["-keyout", `${folder}/key.pem`, "-out", `${folder}/chain.pem`];
    execFileSync("openssl", ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=test", ...key], {
      stdio: "ignore",
    });
    mkdirSync(`${folder}/cache`);
    const [plain, secure] = [await freePort(), await freePort()];
    const text = readFileSync(join(deploy, "nginx.conf"), "utf8")
      .replace(/^.*listen \[::\].*$/gm, "")
      .replaceAll("listen 80", `listen 127.0.0.1:${plain}`)
      .replaceAll("listen 443", `listen 127.0.0.1:${secure}`)
      .replaceAll(/ssl_certificate \S+;/g, `ssl_certificate ${folder}/chain.pem;`)
      .replaceAll(/ssl_certificate_key \S+;/g, `ssl_certificate_key ${folder}/key.pem;`)
      .replaceAll("/var/cache/nginx/portal", `${folder}/cache`)
      .replaceAll("/etc/nginx/hezaworks", deploy);
    writeFileSync(join(folder, "nginx.conf"), around(folder, text));
    const { stderr, status } = await new Promise<{ stderr: string; status: number | null }>((resolve) => {
      const child = spawn(findNginx() ?? "nginx", [
        "-t",
        "-p",
        folder,
        "-c",
        join(folder, "nginx.conf"),
        "-e",
        `${folder}/error.log`,
      ]);
      let said = "";
      child.stderr.on("data", (data) => {
        said += data;
      });
      child.once("close", (code) => resolve({ stderr: said, status: code }));
    });
    return `${status}\n${stderr}`;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
