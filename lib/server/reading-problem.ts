import type { ReadRefusal } from "#lib/core/formats/reader.ts";
import { AppError } from "./errors.ts";

/** A file that cannot be read, as a problem: with its place, and with nothing in its values that JSON or the database could not hold. */
export function problemOfRefusal({ problem }: ReadRefusal): AppError {
	const { line, column, key, values = {} } = problem;
	const safe = Object.entries(values).map(([name, value]) => [
		name,
		typeof value === "string" ? value.toWellFormed().replaceAll("\0", "\u{fffd}") : value,
	]);
	return new AppError("refused", `reading.problems.${key}`, {
		...Object.fromEntries(safe),
		line,
		...(column === null ? {} : { column }),
	});
}
