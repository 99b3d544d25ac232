import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { dayOf } from "@/lib/core/day";
import { db } from "@/lib/db/client";
import { lastWords, type Service } from "@/lib/runtime/services";
import { createBatch, createMinimumWages, createRecruiter } from "../factories/desk";
import { createEnterprise, createOccupation, createPark, createVacancy, staffActor } from "../factories/vacancies";
import { toText, type Value } from "../tables/encode";
import { Caller } from "./caller";
import type { Portal } from "./portal";
import { type MailServer, until } from "./smtp";

/** What can be in its middle at an instant: acts of the web server, and jobs of the worker. */
export const acts = ["publishing", "uploading", "inviting", "telling", "mailing", "importing"] as const;
export type Act = (typeof acts)[number];
export type Look = Record<Act, boolean>;

/** Sizes of what goes on: lines of a batch, enterprises (a mail each), rows of a table, invitations at a time. */
export const amounts = { lines: 240, enterprises: 5, rows: 40, invitations: 8 };

/** Rows of a query, over a connection of its own: the database may have been killed since the last one. */
export async function rowsOf<R extends pg.QueryResultRow>(
  portal: Portal,
  text: string,
  values: unknown[] = [],
): Promise<R[]> {
  const client = new pg.Client({ connectionString: portal.databaseUrl });
  client.on("error", () => {});
  await client.connect();
  try {
    return (await client.query<R>(text, values)).rows;
  } finally {
    await client.end();
  }
}

/**
 * A portal at work, to be killed in the middle of it: batches are published, tables uploaded and taken over, people invited,
 * and the worker sends, tells and imports what follows from that.
 */
export class BusyPortal {
  worker: Service | undefined;
  #caller: Promise<Caller> | undefined;
  #batches = 0;
  #people = 0;
  #tables = 0;
  /** Addresses of invitations that were acknowledged, and of all that were asked for. */
  readonly invited = new Set<string>();
  readonly asked = new Set<string>();
  /** Batches whose publication was acknowledged. */
  readonly published = new Set<number>();
  /** Uploads that were acknowledged. */
  readonly uploaded = new Set<number>();

  private constructor(
    readonly portal: Portal,
    private readonly server: MailServer,
    private readonly who: { head: number; admins: number[]; recruiter: number; park: number; occupation: string },
    private readonly enterprises: number[],
    private readonly template: number,
  ) {}

  /** Writes what the work needs; the factories must already write into the portal's database. */
  static async prepare(portal: Portal, server: MailServer): Promise<BusyPortal> {
    const head = await staffActor("LABOUR_HEAD");
    const admins: number[] = [];
    // Sixty invitations an hour are one's limit.
    for (let count = 0; count < 30; count++) admins.push((await staffActor("ADMIN")).userId);
    const { id: park } = await createPark();
    await createMinimumWages();
    const { code } = await createOccupation();
    const enterprises: number[] = [];
    for (let count = 0; count < amounts.enterprises; count++)
      enterprises.push((await createEnterprise(park, { member: true })).id);
    const recruiter = await createRecruiter(await createEnterprise(park));
    const today = dayOf(new Date());
    await createBatch({ from: today, to: today });
    const template = await createVacancy({ enterpriseId: enterprises[0] ?? 0, parkId: park, status: "APPROVED" });
    await db().$disconnect();
    const who = { head: head.userId, admins, recruiter: recruiter.userId, park, occupation: code };
    return new BusyPortal(portal, server, who, enterprises, template.id);
  }

  /** How often a worker ended by itself, and was started anew as the launcher and systemd do. */
  ownEnds = 0;

  async startWorker(): Promise<void> {
    const worker = await this.portal.start("worker", { SMTP_URL: this.server.url, LOG_LEVEL: "info" });
    this.worker = worker;
    await until("worker ready", () => lastWords(worker).includes("worker ready"), 60_000);
    void worker.ended.then((code) => {
      // Killed ones have no code.
      if (code === null || code === 0 || this.worker !== worker) return;
      this.ownEnds += 1;
      void this.startWorker().catch(() => {});
    });
  }

  /** The process that calls commands; the next one is started as soon as it is killed. */
  get caller(): Promise<Caller> {
    this.#caller ??= Caller.start(this.portal);
    return this.#caller;
  }

  async killCaller(): Promise<void> {
    await (await this.caller).kill();
    this.#caller = Caller.start(this.portal);
  }

  /** For the end: nobody comes after it. */
  async stop(): Promise<void> {
    await (await this.#caller)?.kill();
  }

  /** A batch under review with its approved needs. */
  async #newBatch(): Promise<number> {
    const no = ++this.#batches;
    const [batch] = await rowsOf<{ id: number }>(
      this.portal,
      `insert into "VacancyBatch" (year, no, month, status, "asOf", "collectFrom", "collectTo")
       values (2020, $1, 1, 'REVIEWING', date '2020-01-01' + $1::int, date '2020-01-01' + $1::int, date '2020-01-01' + $1::int) returning id`,
      [no],
    );
    const id = batch?.id ?? 0;
    await rowsOf(
      this.portal,
      `insert into "Vacancy" ("enterpriseId", "batchId", status, "titleVi", "titleEn", slug, "verifyCode", headcount, unskilled, "parkId",
         "wageBase", "wageMin", "wageMax", "contractType", shift, "descriptionVi", "requirementsVi", "contactPhone", deadline,
         "submissionNo", "submittedAt", "approvedAt", "updatedAt")
       select ($2::int[])[1 + n % cardinality($2::int[])], $1, 'APPROVED', 'Công nhân vị trí ' || n, "titleEn", slug, gen_random_uuid()::text,
         headcount, unskilled, "parkId", "wageBase", "wageMin", "wageMax", "contractType", shift, repeat("descriptionVi" || ' ', 20),
         "requirementsVi", "contactPhone", deadline, 1, now(), now(), now()
       from "Vacancy", generate_series(1, $3::int) n where id = $4`,
      [id, this.enterprises, amounts.lines, this.template],
    );
    return id;
  }

  /** A batch that waits to be published: one whose publication was undone, or a new one. */
  async waitingBatch(): Promise<{ id: number; version: number }> {
    const [left] = await rowsOf<{ id: number; version: number }>(
      this.portal,
      `select id, version from "VacancyBatch" where status = 'REVIEWING' order by id limit 1`,
    );
    return left ?? { id: await this.#newBatch(), version: 1 };
  }

  async publish(batch: { id: number; version: number }): Promise<void> {
    const answer = await (await this.caller).call("batches.publish", this.who.head, batch);
    if (answer.ok) this.published.add(batch.id);
    else if (answer.lost === undefined) throw new Error(`batches.publish refused: ${answer.code}`);
  }

  async invite(): Promise<void> {
    const caller = await this.caller;
    for (let count = 0; count < amounts.invitations; count++) {
      const email = `nguoi-${++this.#people}@hezaworks.example`;
      this.asked.add(email);
      const by = this.who.admins[this.#people % this.who.admins.length] ?? 0;
      const input = { email, staffRole: "LABOUR_OFFICER", locale: "vi" };
      const answer = await caller.call("identity.inviteStaff", by, input);
      if (answer.ok) this.invited.add(email);
      else if (answer.lost === undefined) throw new Error(`identity.inviteStaff refused: ${answer.code}`);
      else return;
    }
  }

  /** A table of the enterprise's needs; padded, so that writing its bytes takes a while. */
  async upload(): Promise<void> {
    const table = ++this.#tables;
    const head = ["Vị trí", "Số lượng", "LĐPT", "Mức lương", "Lương cơ bản", "Loại hợp đồng", "Ca", "Mô tả công việc"];
    const more = ["Yêu cầu", "Điện thoại", "Hạn nộp", "Mã nghề"];
    const description = "Lắp ráp linh kiện điện tử trên chuyền. ".repeat(100);
    const rows = Array.from({ length: amounts.rows }, (_, at): Value[] => [
      `Công nhân bảng ${table} dòng ${at}`,
      10,
      10,
      "8-10 triệu",
      "6.000.000",
      "Xác định thời hạn",
      "2 ca",
      description,
      "Đủ 18 tuổi",
      "0225 000 0009",
      "20/12/2098",
      this.who.occupation,
    ]);
    const bytes = Buffer.from(toText([[...head, ...more], ...rows], ";")).toString("base64");
    const input = { kind: "NEEDS", name: `bang-${table}.csv`, bytes };
    const answer = await (await this.caller).call("imports.start", this.who.recruiter, input);
    if (answer.ok) this.uploaded.add((answer.value as { id: number }).id);
    else if (answer.lost === undefined) throw new Error(`imports.start refused: ${answer.code}`);
  }

  /** Does with every table what its owner would do next: says what the columns are, has the rows taken over. */
  async driveTables(): Promise<void> {
    const open = await rowsOf<{
      id: number;
      version: number;
      state: string;
      layout: { columns: { column: number; field: string }[] };
    }>(
      this.portal,
      `select id, version, state, layout from "TableImport" where state in ('MAPPING', 'CHECKED') order by id`,
    );
    const caller = await this.caller;
    for (const { id, version, state, layout } of open)
      if (state === "MAPPING") {
        const fields = Object.fromEntries(layout.columns.map(({ column, field }) => [column, field]));
        await caller.call("imports.setMapping", this.who.recruiter, { id, version, fields });
      } else {
        const input = { id, version, policy: "all", handIn: true, again: false };
        await caller.call("imports.apply", this.who.recruiter, input);
      }
  }

  /** What is in its middle now; jobs and mails count only when they have begun since `since`. */
  async #look(client: pg.Client, since: Date): Promise<Look> {
    const { rows } = await client.query<Look>(
      `with writing as (
         select c.relname from pg_locks l join pg_class c on c.oid = l.relation join pg_stat_activity a on a.pid = l.pid
         where l.mode = 'RowExclusiveLock' and l.granted and a.application_name = $1
       ), job as (select name from pgboss.job where state = 'active' and started_on > $2)
       select exists (select from writing where relname = 'VacancyBatch') as publishing,
         exists (select from writing where relname = 'ImportFile') as uploading,
         exists (select from writing where relname = 'Invitation') as inviting,
         exists (select from job where name = 'batches.published') as telling,
         exists (select from job where name like 'imports.%') as importing,
         exists (select from "Mail" where status = 'SENDING' and "attemptedAt" > $2) as mailing`,
      [Caller.applicationName, since],
    );
    if (!rows[0]) throw new Error("no look");
    return rows[0];
  }

  /**
   * Waits until `act` is in its middle, and a random while more, then kills; answers what was in its middle at the last
   * look, a few milliseconds before. Nothing of it after `milliseconds`: the kill comes all the same.
   */
  async strike(act: Act, since: Date, spread: number, kill: () => Promise<void>, milliseconds = 6_000): Promise<Look> {
    const client = new pg.Client({ connectionString: this.portal.databaseUrl });
    client.on("error", () => {});
    await client.connect();
    try {
      const end = Date.now() + milliseconds;
      // What goes on for long is looked for less often: looking takes its time from what is looked for.
      const pause = act === "inviting" || act === "uploading" ? 2 : 15;
      while (!(await this.#look(client, since))[act] && Date.now() < end) await sleep(pause);
      await sleep(Math.random() * spread);
      const last = await this.#look(client, since);
      await kill();
      return last;
    } finally {
      await client.end().catch(() => {});
    }
  }
}
