/** One event is one line of JSON on the error stream; JSON escapes line breaks and control characters. */
export function logEvent(event: string, fields: Record<string, unknown>): void {
	process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), event, ...fields })}\n`);
}

/**
 * What may be written about an unexpected error. Messages of the database and its client quote the
 * values they were given, which can be somebody's text, so of those only the codes and frames are kept.
 */
export function describeError(error: unknown): Record<string, unknown> {
	if (!(error instanceof Error)) return { name: typeof error };
	const frames = (error.stack ?? "")
		.split("\n")
		.filter((line) => line.startsWith("    at "))
		.slice(0, 12)
		.map((line) => line.trim());
	const code = "code" in error && typeof error.code === "string" ? error.code : undefined;
	const quotesValues =
		error.name.startsWith("Prisma") || error.name === "DriverAdapterError" || "severity" in error;
	const cause = error.cause instanceof Error ? describeError(error.cause) : undefined;
	return {
		name: error.name,
		...(code === undefined ? {} : { code }),
		...(quotesValues ? {} : { message: error.message.slice(0, 300) }),
		frames,
		...(cause === undefined ? {} : { cause }),
	};
}
