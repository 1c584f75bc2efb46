/** A process of its own that counts attempts all at once and tells how many were let through. */
import { closeDatabase } from "#lib/server/db.ts";
import { countAttempt } from "#lib/server/throttle.ts";

const [subject = "", times = "0"] = process.argv.slice(2);
const outcomes = await Promise.allSettled(
	Array.from({ length: Number(times) }, () => countAttempt("account", subject)),
);
process.send?.(outcomes.filter(({ status }) => status === "fulfilled").length);
await closeDatabase();
process.disconnect?.();
