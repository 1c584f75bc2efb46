import { closeDatabase, openDatabase } from "#lib/server/db.ts";
import { type EmbeddedServer, startEmbedded } from "#lib/server/embedded.ts";
import { env } from "#lib/server/env.ts";
import { migrate } from "#lib/server/migrate.ts";

/**
 * Runs a command's work on the environment's database; without one on the embedded database: on the one
 * that is running beside this command, else on one started for as long as the work takes.
 */
export async function withDatabase<T>(work: () => Promise<T>): Promise<T> {
	const { DATABASE_URL, DUIZHAO_DATA } = env();
	let embedded: EmbeddedServer | undefined;
	let url = DATABASE_URL;
	if (url === undefined) {
		embedded = await startEmbedded({ dataFolder: DUIZHAO_DATA, whenRunning: "reuse" });
		url = embedded.url;
	}
	try {
		if (embedded?.reused === false) await migrate(url);
		openDatabase(url);
		return await work();
	} finally {
		await closeDatabase();
		await embedded?.stop();
	}
}
