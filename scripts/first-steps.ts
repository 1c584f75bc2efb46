/** Run once at each start, in a process of its own: the demo for an empty database, the administrator's link. */
import { existsSync } from "node:fs";
import { closeDatabase, db } from "#lib/server/db.ts";
import { firstAdministratorLink } from "#lib/server/links.ts";

export interface FirstSteps {
	readonly demo: boolean;
	readonly link: string | null;
}

const demoFile = new URL("../lib/server/demo.ts", import.meta.url);
const wanted = process.argv.includes("--demo") && existsSync(demoFile) && (await db().project.count()) === 0;
if (wanted) {
	const { loadDemo } = await import(demoFile.href);
	await loadDemo();
}
const steps: FirstSteps = { demo: wanted, link: await firstAdministratorLink() };
await closeDatabase();
process.send?.(steps);
process.disconnect?.();
