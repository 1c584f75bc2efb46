/** One Postgres for the whole run, with a migrated template from which each test file gets its own database. */
import pg from "pg";
import type { TestProject } from "vitest/node";
import { startEmbedded } from "#lib/server/embedded.ts";
import { installQueues } from "#lib/server/jobs/install-queues.ts";
import { migrate } from "#lib/server/migrate.ts";
import { newDataFolder, removeDataFolder } from "#tests/setup/data-folder.ts";

declare module "vitest" {
	interface ProvidedContext {
		/** A superuser's address of the database `postgres` on the server of this run. */
		databaseServer: string;
		databaseTemplate: string;
	}
}

interface TestServer {
	readonly url: string;
	readonly template: string;
	stop(): Promise<void>;
}

// Vitest loads this file once for each project, and all projects share one server.
const shared: typeof globalThis & { duizhaoTestServer?: { server: Promise<TestServer>; users: number } } =
	globalThis;

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	shared.duizhaoTestServer ??= { server: startServer(), users: 0 };
	const holder = shared.duizhaoTestServer;
	holder.users++;
	const { url, template } = await holder.server;
	project.provide("databaseServer", url);
	project.provide("databaseTemplate", template);
	return async () => {
		if (--holder.users > 0) return;
		delete shared.duizhaoTestServer;
		await (await holder.server).stop();
	};
}

/** TEST_DATABASE_URL, a superuser's address, runs the suite on another Postgres than the embedded one. */
async function startServer(): Promise<TestServer> {
	const given = process.env["TEST_DATABASE_URL"];
	const dataFolder = newDataFolder();
	const embedded = given ? null : await startEmbedded({ dataFolder, durable: false });
	const url = (given ?? embedded?.url ?? "").replace(/\/[^/?]*(?=\?|$)/, "/postgres");
	const template = `duizhao_template_${process.pid}`;
	const stop = async () => {
		if (given) await administer(url, `DROP DATABASE IF EXISTS ${template} WITH (FORCE)`);
		await embedded?.stop();
		removeDataFolder(dataFolder);
	};
	try {
		await administer(url, `CREATE DATABASE ${template}`);
		const address = url.replace(/\/postgres(?=\?|$)/, `/${template}`);
		await migrate(address);
		await installQueues(address);
		return { url, template, stop };
	} catch (error) {
		await stop();
		throw error;
	}
}

async function administer(url: string, statement: string): Promise<void> {
	const client = new pg.Client({ connectionString: url });
	await client.connect();
	await client.query(statement).finally(() => client.end());
}
