import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum, type SqlResultSet } from '@prisma/driver-adapter-utils';
import type { SchemaEngine } from '@prisma/schema-engine-wasm';
import type { SchemaFile } from './migration-files';

type Bindings = {
  SchemaEngine: typeof SchemaEngine;
  __wbg_set_wasm(exports: WebAssembly.Exports): void;
};

const glue = '@prisma/schema-engine-wasm/schema_engine_bg';
/** The whole database is managed by the migrations. */
export const wholeSchema = { externalTables: [], externalEnums: [] };

type Adapter = Awaited<ReturnType<PrismaPg['connect']>>;

/**
 * The adapter cannot read PostgreSQL's one-byte "char", in which the system catalogue stores the kind of a constraint.
 */
const kinds = {
  inSql: /\bconstr\.contype(?= AS)|\bcon\.conf(?:del|upd)type/g,
  columns: /^(constraint_type|conf(del|upd)type)$/,
};

function readableKinds(result: SqlResultSet): SqlResultSet {
  const isKind = (index: number) => kinds.columns.test(result.columnNames[index] ?? '');
  const columnTypes = result.columnTypes.map((type, index) => (isKind(index) ? ColumnTypeEnum.Character : type));
  return { ...result, columnTypes };
}

/** One connection, because the engine's advisory lock belongs to one. */
class MigrationAdapter extends PrismaPg {
  private readonly opened: Adapter[] = [];

  constructor(
    connectionString: string,
    private readonly shadow: string | null,
  ) {
    super({ connectionString, max: 1 });
  }

  override async connect(): Promise<Adapter> {
    const adapter = await super.connect();
    this.opened.push(adapter);
    // The adapter's own method splits a script at every semicolon, also inside functions and comments. Sent as a whole,
    // a migration is also one transaction, as with Prisma's command line.
    adapter.executeScript = async (sql) => void (await adapter.executeRaw({ sql, args: [], argTypes: [] }));
    const queryRaw = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async ({ sql, ...query }) =>
      readableKinds(await queryRaw({ ...query, sql: sql.replace(kinds.inSql, '$&::text') }));
    return adapter;
  }

  override connectToShadowDb(): Promise<Adapter> {
    if (!this.shadow) throw new Error('nothing but a comparison may ask for a shadow database');
    return new MigrationAdapter(this.shadow, null).connect();
  }

  /**
   * The engine closes the shadow's connection but leaves this one to time out, and a database with an open connection
   * cannot be copied or renamed.
   */
  async close(): Promise<void> {
    for (const adapter of this.opened) await adapter.dispose();
  }
}

/**
 * Runs work with Prisma's migration engine as WebAssembly on a database: the same engine that its command line would
 * download. A comparison with the history needs a second, empty and disposable database.
 */
export async function withSchemaEngine<Value>(
  { url, shadow = null, schema }: { url: string; shadow?: string | null; schema: SchemaFile[] },
  work: (engine: SchemaEngine) => Promise<Value>,
): Promise<Value> {
  const bindings = (await import(glue)) as Bindings;
  const module = createRequire(import.meta.url)
    .resolve(glue)
    .replace(/\.js$/, '.wasm');
  const { instance } = await WebAssembly.instantiate(await readFile(module), {
    './schema_engine_bg.js': bindings as unknown as WebAssembly.ModuleImports,
  });
  bindings.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  const adapter = new MigrationAdapter(url, shadow);
  const factory = bindMigrationAwareSqlAdapterFactory(adapter);
  const engine = await bindings.SchemaEngine.new({ datamodels: schema }, () => undefined, factory);
  try {
    return await work(engine);
  } finally {
    engine.free();
    await adapter.close();
  }
}
