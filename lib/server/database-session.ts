/** What every connection of the application has in common, in a pool or alone. */
import type pg from "pg";

/** A statement may run this long, and wait this long for a lock, before it is answered 503. Milliseconds. */
export const statementTimeout = 15_000;
const lockTimeout = 5_000;

/**
 * The application's role cannot change or delete revisions. Prisma sends times without a zone, so
 * the session's zone must be UTC.
 */
const sessionOptions = [
	"role=duizhao_app",
	"TimeZone=UTC",
	// A plan kept from when the tables were small would read all of a document imported since, for each row.
	"plan_cache_mode=force_custom_plan",
	`statement_timeout=${statementTimeout}`,
	`lock_timeout=${lockTimeout}`,
	`idle_in_transaction_session_timeout=${statementTimeout}`,
]
	.map((option) => `-c ${option}`)
	.join(" ");

/** The address's own `options` come first, so that the ones above win. */
export function sessionAt(address: string): pg.ClientConfig {
	const url = new URL(address);
	const own = url.searchParams.get("options");
	url.searchParams.delete("options");
	return {
		connectionString: url.toString(),
		options: own === null ? sessionOptions : `${own} ${sessionOptions}`,
	};
}
