// npm run migration -- NAME: writes the SQL from the schema as of the last migration to the schema as it is.
// Comparing the two schemas, not the database, keeps what is written by hand beyond Prisma's words.
import {
	chmodSync,
	copyFileSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const name = process.argv[2];
if (!name || !/^[a-z0-9_]+$/.test(name)) {
	console.error("Name the migration in lower case: npm run migration -- add_glossary");
	process.exit(2);
}

const { startEmbedded } = await import("../lib/server/embedded.ts");
const { noFilters, openSchemaEngine } = await import("../lib/server/schema-engine.ts");

const migrations = join(import.meta.dirname, "../prisma/migrations");
const snapshot = join(migrations, "schema.prisma");
const current = join(import.meta.dirname, "../prisma/schema.prisma");
const dataFolder = mkdtempSync(join(tmpdir(), "duizhao-migration-"));
chmodSync(dataFolder, 0o711); // the server may run as another user
const server = await startEmbedded({ dataFolder, durable: false }); // the engine insists on a connection
try {
	const content = readFileSync(current, "utf8");
	const { engine, close } = await openSchemaEngine(server.url, content);
	const datamodel = (path) => ({
		tag: "schemaDatamodel",
		files: [{ path: "schema.prisma", content: readFileSync(path, "utf8") }],
	});
	const { stdout } = await engine.diff({
		from: existsSync(snapshot) ? datamodel(snapshot) : { tag: "empty" },
		to: datamodel(current),
		script: true,
		exitCode: null,
		filters: noFilters,
	});
	await close();
	const last =
		readdirSync(migrations)
			.filter((entry) => /^\d{4}_/.test(entry))
			.sort()
			.at(-1) ?? "0000";
	const folder = join(migrations, `${String(Number(last.slice(0, 4)) + 1).padStart(4, "0")}_${name}`);
	mkdirSync(folder);
	writeFileSync(join(folder, "migration.sql"), stdout ?? "");
	copyFileSync(current, snapshot);
	console.log(`${folder}/migration.sql written: read it, and add what Prisma has no words for.`);
} finally {
	await server.stop();
	rmSync(dataFolder, { recursive: true, force: true });
}
