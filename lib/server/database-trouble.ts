/**
 * SQLSTATEs after which the same request may well succeed a moment later: connection lost (08…),
 * serialisation and deadlock (40…), out of disk, memory or connections (53…), shutting down or
 * cancelled by a timeout (57…), lock not available (55P03), idle transaction ended (25P03).
 */
const passing = /^(?:08|40|53|57)[0-9A-Z]{3}$|^55P03$|^25P03$/;

/** Codes of the sockets and of Prisma's client for a server that is away, or a pool without a free connection. */
const passingCodes = new Set([
	"ECONNREFUSED",
	"ECONNRESET",
	"ENOTFOUND",
	"EPIPE",
	"ETIMEDOUT",
	"P1001",
	"P1002",
	"P1008",
	"P1017",
	"P2024",
	"P2028",
	"P2034",
	"P2037",
]);

/** What `pg` says, without a code, when it cannot get or keep a connection. */
const passingMessages =
	/timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error|Query read timeout/;

/** Whether the database was unreachable, out of connections or out of time, as opposed to wrongly asked. */
export function databaseIsBusy(error: unknown, depth = 0): boolean {
	if (depth > 6 || typeof error !== "object" || error === null) return false;
	for (const name of ["code", "originalCode"]) {
		const code = Reflect.get(error, name);
		if (typeof code === "string" && (passing.test(code) || passingCodes.has(code))) return true;
	}
	const message = Reflect.get(error, "message");
	if (typeof message === "string" && passingMessages.test(message)) return true;
	return ["cause", "meta", "driverAdapterError"].some((name) =>
		databaseIsBusy(Reflect.get(error, name), depth + 1),
	);
}
