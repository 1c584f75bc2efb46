/** Prisma's schema engine as WebAssembly: the native one would have to be downloaded. */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";

const require = createRequire(import.meta.url);

let loaded: Promise<void> | undefined;

async function load(): Promise<void> {
	const glue = require.resolve("@prisma/schema-engine-wasm/schema_engine_bg");
	const bytes = await readFile(glue.replace(/\.js$/, ".wasm"));
	const { instance } = await WebAssembly.instantiate(bytes, {
		"./schema_engine_bg.js": bindings as unknown as WebAssembly.ModuleImports,
	});
	bindings.__wbg_set_wasm(instance.exports);
	const begin = instance.exports.__wbindgen_start;
	if (typeof begin === "function") begin();
}

export interface OpenEngine {
	readonly engine: bindings.SchemaEngine;
	/** Lets go of the connection, and with it of the engine's own lock. */
	close(): Promise<void>;
}

/** The engine connects at once; `schema` is the text of schema.prisma. */
export async function openSchemaEngine(url: string, schema: string): Promise<OpenEngine> {
	loaded ??= load();
	await loaded;
	const pool = new pg.Pool({ connectionString: url, max: 1, application_name: "duizhao migrate" });
	pool.on("error", () => undefined); // the statement that runs meanwhile reports it
	const adapter = bindMigrationAwareSqlAdapterFactory(new WholeScripts(pool));
	try {
		const engine = await bindings.SchemaEngine.new(
			{ datamodels: [["schema.prisma", schema]] },
			() => undefined,
			adapter,
		);
		return {
			engine,
			close: async () => {
				engine.free();
				await pool.end();
			},
		};
	} catch (error) {
		await pool.end();
		throw error;
	}
}

/**
 * Prisma's adapter cuts a script at every semicolon, also within a function's body. Sent whole, a script
 * is one transaction: it applies entirely or not at all.
 */
class WholeScripts extends PrismaPg {
	override async connect(): ReturnType<PrismaPg["connect"]> {
		const adapter = await super.connect();
		adapter.executeScript = async (script) => {
			await adapter.underlyingDriver().query(script);
		};
		return adapter;
	}
}

export const noFilters = { externalTables: [], externalEnums: [] };
