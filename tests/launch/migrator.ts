/** One of several processes that migrate the same database. */
import { migrate } from "#lib/server/migrate.ts";

try {
	process.send?.({ applied: await migrate(process.argv[2] ?? "") });
} catch (error) {
	process.send?.({ trouble: String(error) });
}
process.disconnect?.();
