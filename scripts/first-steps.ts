/** Run once at each start, in a process of its own: the demo for an empty database, the administrator's link. */
import { closeDatabase } from "#lib/server/db.ts";
import { loadDemo } from "#lib/server/demo.ts";
import { firstAdministratorLink } from "#lib/server/links.ts";

export interface FirstSteps {
	readonly demo: boolean;
	readonly link: string | null;
}

const demo = process.argv.includes("--demo") && (await loadDemo()) !== null;
// Of two installations that start at once on one database, one finds the account that the other just made.
const link = await firstAdministratorLink().catch(() => firstAdministratorLink());
await closeDatabase();
const steps: FirstSteps = { demo, link };
process.send?.(steps);
process.disconnect?.();
