import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Act, amounts, BusyPortal, type Look, rowsOf } from "../support/busy-portal";
import { Portal } from "../support/portal";
import { MailServer, until } from "../support/smtp";

/**
 * The web server, the worker and the database, each killed twenty times with SIGKILL while batches are published, mails
 * sent and tables taken in at once. In the end everything that was acknowledged is there, each line, vacancy and mail once;
 * only the worker's or the database's death may send a mail again, under the same Message-ID (docs/decisions/0005).
 */
const kills = 20;
const patience = { timeout: 400_000 };

describe(`a portal at work, each of its parts killed ${kills} times`, patience, () => {
  let portal: Portal;
  let server: MailServer;
  let busy: BusyPortal;
  /** How often whoever sends mails, or what he writes down, was killed. */
  let sendersKilled = 0;

  beforeAll(async () => {
    server = await MailServer.start();
    server.behaviour = { accepted: () => sleep(30) };
    portal = await Portal.prepare();
    // Before the first use of the client: the factories write into the portal's database.
    process.env.DATABASE_URL = portal.databaseUrl;
    busy = await BusyPortal.prepare(portal, server);
    await busy.startWorker();
    // Its columns are said once: later tables with the same headers are recognised.
    await busy.upload();
    await until("the first table is read", async () => {
      await busy.driveTables();
      return (await rowsOf(portal, `select from "TableImport" where state in ('APPLYING', 'APPLIED')`)).length > 0;
    });
  }, 300_000);
  afterAll(async () => {
    await busy.stop();
    await portal.stop();
    await server.stop();
  });

  /** Counts what the kills have hit, and says it in the report. */
  const hitsOf = (looks: Look[], of: Act[]) =>
    Object.fromEntries(of.map((act) => [act, looks.filter((look) => look[act]).length]));

  /** What was acknowledged is there, also after a kill. */
  async function nothingAcknowledgedIsLost(): Promise<void> {
    const [row] = await rowsOf<{ published: number; uploaded: number; invited: number }>(
      portal,
      `select (select count(*)::int from "VacancyBatch" where id = any($1::int[]) and status = 'PUBLISHED') as published,
         (select count(*)::int from "TableImport" where id = any($2::int[])) as uploaded,
         (select count(distinct email)::int from "Invitation" where email = any($3::text[])) as invited`,
      [[...busy.published], [...busy.uploaded], [...busy.invited]],
    );
    expect(row).toEqual({ published: busy.published.size, uploaded: busy.uploaded.size, invited: busy.invited.size });
  }

  const begin = async () => {
    const batch = await busy.waitingBatch();
    const since = new Date();
    const work = Promise.all([busy.publish(batch), busy.upload(), busy.invite()]);
    return { since, work };
  };

  it("the web server", async ({ annotate }) => {
    const looks: Look[] = [];
    const targets: Act[] = ["publishing", "inviting", "uploading"];
    for (let at = 0; at < kills; at++) {
      await busy.driveTables();
      const { since, work } = await begin();
      const target = targets[at % 3] ?? "publishing";
      looks.push(await busy.strike(target, since, target === "publishing" ? 250 : 4, () => busy.killCaller()));
      await work;
      await nothingAcknowledgedIsLost();
    }
    const hits = hitsOf(looks, [...targets, "mailing", "importing"]);
    await annotate(`of ${kills} kills of the web server in the middle of: ${JSON.stringify(hits)}`);
    for (const act of targets) expect(hits[act], act).toBeGreaterThan(0);
    // The worker went on: whoever orders mails sends none twice by dying.
    expect(server.received.length).toBe(server.distinct.size);
  });

  it("the worker", async ({ annotate }) => {
    const looks: Look[] = [];
    const targets: Act[] = ["mailing", "telling", "importing"];
    let starting: Promise<void> | undefined;
    for (let at = 0; at < kills; at++) {
      await busy.driveTables();
      // What it will do is ordered while it starts.
      const { since, work } = await begin();
      await starting;
      const target = targets[at % 3] ?? "mailing";
      const kill = async () => {
        await portal.kill("worker");
        sendersKilled += 1;
      };
      looks.push(await busy.strike(target, since, target === "mailing" ? 300 : 20, kill));
      starting = busy.startWorker();
      await work;
    }
    await starting;
    await nothingAcknowledgedIsLost();
    const hits = hitsOf(looks, targets);
    await annotate(`of ${kills} kills of the worker in the middle of: ${JSON.stringify(hits)}`);
    for (const act of targets) expect(hits[act], act).toBeGreaterThan(0);
  });

  it("the database", async ({ annotate }) => {
    const looks: Look[] = [];
    const targets: Act[] = ["publishing", "mailing", "publishing", "importing"];
    for (let at = 0; at < kills; at++) {
      await busy.driveTables();
      const { since, work } = await begin();
      const target = targets[at % 4] ?? "publishing";
      const kill = async () => {
        await portal.kill("database");
        sendersKilled += 1;
      };
      looks.push(await busy.strike(target, since, target === "publishing" ? 150 : 40, kill, 4_000));
      await work;
      await portal.restartDatabase();
      await nothingAcknowledgedIsLost();
    }
    const hits = hitsOf(looks, [...targets, "telling", "inviting", "uploading"]);
    await annotate(`of ${kills} kills of the database in the middle of: ${JSON.stringify(hits)}`);
    for (const act of targets) expect(hits[act], act).toBeGreaterThan(0);
  });

  it("in the end has each line, each vacancy and each mail once, and nothing is left undone", async ({ annotate }) => {
    await busy.publish(await busy.waitingBatch());
    const left = `select (select count(*)::int from "OutboxMessage" where "dispatchedAt" is null) as outbox,
      (select count(*)::int from pgboss.job where state < 'completed'
         and name in ('mail.send', 'batches.published', 'imports.read', 'imports.land')) as jobs,
      (select count(*)::int from "Mail" where status <> 'SENT') as mails,
      (select count(*)::int from "TableImport" where state <> 'APPLIED') as tables,
      (select count(*)::int from "VacancyBatch" where status = 'REVIEWING') as batches`;
    const end = Date.now() + 150_000;
    let rest: unknown;
    do {
      await busy.driveTables();
      await sleep(300);
      [rest] = await rowsOf(portal, left);
    } while (Date.now() < end && JSON.stringify(rest) !== '{"outbox":0,"jobs":0,"mails":0,"tables":0,"batches":0}');
    expect(rest).toEqual({ outbox: 0, jobs: 0, mails: 0, tables: 0, batches: 0 });

    await nothingAcknowledgedIsLost();
    const { lines, enterprises, rows } = amounts;
    const batches = await rowsOf(
      portal,
      `select (select count(*)::int from "BatchEntry" e where e."batchId" = b.id) as lines,
         (select count(distinct e."vacancyId")::int from "BatchEntry" e where e."batchId" = b.id) as vacancies,
         (select max(e.position) from "BatchEntry" e where e."batchId" = b.id) as last,
         (select count(distinct e.position)::int from "BatchEntry" e where e."batchId" = b.id) as positions,
         (select count(*)::int from "Vacancy" v join "VacancySearch" s on s."vacancyId" = v.id
            where v."batchId" = b.id and v.status = 'PUBLISHED') as found,
         (select count(*)::int from "AuditEntry" a where a.command = 'batches.publish' and a.outcome = 'ok'
            and a."subjectType" = 'batch' and a."subjectId" = b.id::text) as audited,
         (select count(*)::int from "OutboxMessage" o where o.topic = 'batches.published' and o.payload->>'batchId' = b.id::text) as told,
         (select count(*)::int from "Dissemination" d where d."batchId" = b.id) as recorded,
         (select count(*)::int from "Mail" m where m."dedupeKey" like 'listingsPublished:' || b.id || ':%') as mails
       from "VacancyBatch" b where b.status = 'PUBLISHED' order by b.id`,
    );
    expect(batches.length).toBeGreaterThanOrEqual(busy.published.size);
    expect(busy.published.size).toBeGreaterThan(kills / 2);
    const once = { lines, vacancies: lines, last: lines, positions: lines, found: lines };
    for (const batch of batches)
      expect(batch).toEqual({ ...once, audited: 1, told: 1, recorded: 1, mails: enterprises });

    const tables = await rowsOf(
      portal,
      `select t.applied, t.submitted, (select count(*)::int from "TableImportRow" r where r."importId" = t.id and r.state = 'APPLIED') as rows,
         (select count(distinct r."subjectId")::int from "TableImportRow" r where r."importId" = t.id) as subjects,
         (select count(*)::int from "AuditEntry" a where a.command = 'imports.land' and a.outcome = 'ok'
            and a."subjectType" = 'import' and a."subjectId" = t.id::text) as audited,
         (select count(*)::int from "TableImportRow" r join "AuditEntry" a on a."subjectType" = 'vacancy' and a."subjectId" = r."subjectId"::text
            where r."importId" = t.id and a.command = 'imports.land') as trail
       from "TableImport" t order by t.id`,
    );
    expect(tables.length).toBeGreaterThanOrEqual(busy.uploaded.size);
    for (const table of tables)
      expect(table).toEqual({ applied: rows, submitted: rows, rows, subjects: rows, audited: 1, trail: rows });
    const [sums] = await rowsOf<{ made: number; files: number; mails: number; invitations: number; letters: number }>(
      portal,
      `select (select count(*)::int from "Vacancy" where "titleVi" like 'Công nhân bảng %') as made,
         (select count(*)::int from "ImportFile") as files, (select count(*)::int from "Mail") as mails,
         (select count(*)::int from "Invitation") as invitations,
         (select count(*)::int from "Mail" where template = 'invitation') as letters`,
    );
    expect(sums).toMatchObject({ made: tables.length * rows, files: tables.length });
    expect(sums?.letters).toBe(sums?.invitations);

    // Each mail reached the server; more than once only where its sender died.
    expect(server.distinct.size).toBe(sums?.mails);
    const twice = server.received.length - server.distinct.size;
    expect(twice).toBeLessThanOrEqual(sendersKilled * 5);
    await annotate(
      `${batches.length} batches, ${tables.length} tables, ${sums?.mails} mails of which ${twice} went out again; ` +
        `the worker ended by itself ${busy.ownEnds} times`,
    );
  });
});
