import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum, type SqlQueryable } from "@prisma/driver-adapter-utils";
import * as engine from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";
import { projectRoot } from "./folders";

/**
 * Prisma's own comparison of a database with the schema files, in this process: its command line would download the
 * native engine, and with a stand-in for that engine it reports "no difference" without having looked.
 */

const schemaFolder = join(projectRoot, "prisma/schema");

/** PostgreSQL's types of its own catalogue, which the adapter does not know: "char", name, int2vector, regtype and kin. */
const singleCharacter = 18;
const catalogueTypes = new Set([singleCharacter, 19, 22, 194, 2205, 2206]);
const text = 25;

let loaded: Promise<void> | undefined;

async function loadEngine(): Promise<void> {
  const program = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const bytes = readFileSync(join(dirname(program), "schema_engine_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(bytes, { "./schema_engine_bg.js": { ...engine } });
  engine.__wbg_set_wasm(instance.exports);
  const { __wbindgen_start: start } = instance.exports;
  if (typeof start === "function") start();
}

/** Lets the adapter read the catalogue: the types that it does not know arrive as text, single characters as such. */
function teachCatalogueTypes(connection: SqlQueryable, characterColumns: { last: number[] }): void {
  const ask = connection.queryRaw.bind(connection);
  connection.queryRaw = async (query) => {
    const answer = await ask(query);
    for (const column of characterColumns.last) answer.columnTypes[column] = ColumnTypeEnum.Character;
    return answer;
  };
}

/** Compares the database with prisma/schema: the SQL that is missing in the database, or undefined when nothing is. */
export async function schemaDrift(url: string): Promise<string | undefined> {
  loaded ??= loadEngine();
  await loaded;
  const address = new URL(url);
  const config: pg.PoolConfig = {
    host: address.hostname,
    port: Number(address.port || 5432),
    user: decodeURIComponent(address.username),
    password: decodeURIComponent(address.password),
    database: decodeURIComponent(address.pathname.slice(1)),
    max: 1,
  };
  const characterColumns = { last: [] as number[] };
  const addFields = Reflect.get(pg.Result.prototype, "addFields");
  Reflect.set(pg.Result.prototype, "addFields", function (this: pg.QueryResult, fields: pg.FieldDef[]) {
    addFields.call(this, fields);
    characterColumns.last = this.fields.flatMap(({ dataTypeID }, at) => (dataTypeID === singleCharacter ? [at] : []));
    for (const field of this.fields) if (catalogueTypes.has(field.dataTypeID)) field.dataTypeID = text;
  });
  class CatalogueReader extends PrismaPg {
    override async connect() {
      const connection = await super.connect();
      teachCatalogueTypes(connection, characterColumns);
      return connection;
    }
  }
  try {
    const files = readdirSync(schemaFolder)
      .sort()
      .map((name) => ({ path: join(schemaFolder, name), content: readFileSync(join(schemaFolder, name), "utf8") }));
    const adapter = bindMigrationAwareSqlAdapterFactory(new CatalogueReader(config));
    const comparer = await engine.SchemaEngine.new({ datamodels: undefined }, () => {}, adapter);
    const { stdout } = await comparer.diff({
      // The adapter says which database; the engine wants the files beside it.
      from: { tag: "schemaDatasource", files, configDir: projectRoot },
      to: { tag: "schemaDatamodel", files },
      script: true,
      exitCode: true,
      filters: { externalTables: [], externalEnums: [] },
    });
    const sql = stdout?.trim() ?? "";
    return sql === "" || sql === "-- This is an empty migration." ? undefined : sql;
  } finally {
    Reflect.set(pg.Result.prototype, "addFields", addFields);
  }
}
