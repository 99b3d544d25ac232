import pg from "pg";
import { z } from "zod";

export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: "hezaworks-backup" });
  // A lost connection also fails the statement that waits for it.
  client.on("error", () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const tableRow = z.object({ table: z.string(), columns: z.array(z.string()) });

/** The portal's own tables with the columns that are written (generated ones are not); without Prisma's notes. */
export async function publicTables(client: pg.Client): Promise<z.output<typeof tableRow>[]> {
  const { rows } = await client.query(`
    select c.relname as "table", array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> '_prisma_migrations'
      and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
    group by c.relname order by c.relname`);
  return rows.map((row) => tableRow.parse(row));
}

/** Backups and restores stand in the audit trail: they hold everybody's data. */
export async function noteInTrail(client: pg.Client, command: string, detail: object): Promise<void> {
  await client.query(
    `insert into "AuditEntry" ("at", "command", "outcome", "actorKind", "subjectType", "subjectId", "detail")
     values (now(), $1, 'ok', 'system:operator', 'database', 'all', $2)`,
    [command, { more: detail }],
  );
}
