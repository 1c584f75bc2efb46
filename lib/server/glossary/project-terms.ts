/** What checks look a project's terms up in. */
import { compileTerms, type TermMatcher } from "#lib/core/terms/matcher.ts";
import { glossaryVersion, readGlossary } from "./stored.ts";

export interface ProjectTerms {
	/** What is found with them is out of date as soon as the project's number is another. */
	readonly version: number;
	readonly matcher: TermMatcher;
}

/** Projects whose terms are kept compiled: the longest unused goes first. */
const mostKept = 16;
const kept = new Map<string, Promise<ProjectTerms>>();

/** The project's terms as they are now, compiled once for each number of its glossary. Access is the caller's matter. */
export async function projectTerms(projectId: string): Promise<ProjectTerms> {
	const known = await kept.get(projectId)?.catch(() => undefined);
	const version = await glossaryVersion(projectId);
	if (known?.version === version) {
		keep(projectId, Promise.resolve(known));
		return known;
	}
	const reading = compiled(projectId);
	keep(projectId, reading);
	return await reading;
}

async function compiled(projectId: string): Promise<ProjectTerms> {
	const { version, terms } = await readGlossary(projectId);
	return { version, matcher: compileTerms(terms) };
}

function keep(projectId: string, terms: Promise<ProjectTerms>): void {
	kept.delete(projectId);
	kept.set(projectId, terms);
	const [oldest] = kept.keys();
	if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
}
