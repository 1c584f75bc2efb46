/** Documents brought up to date as far as a request may, and what is to be told of them. */

import type { Checker } from "#lib/core/qa/run-checks.ts";
import type { CheckSettings } from "#lib/core/qa/settings.ts";
import type { Counting } from "#lib/core/qa/wire.ts";
import type { Actor } from "#lib/server/access.ts";
import { askForCheck } from "./ask-for-check.ts";
import { bringUpToDate, mostAtOnce } from "./bring-up-to-date.ts";
import { type ToldValues, toldValues } from "./found.ts";
import { judgeMentions } from "./judge.ts";
import { unreadOf, wantsReading } from "./read-passages.ts";
import { type CheckedHead, headsOfProject, projectRules } from "./rules.ts";

export interface LookedAt {
	readonly heads: readonly CheckedHead[];
	/** Null where nothing is left to be looked at. */
	readonly counting: Counting | null;
	/** Passages whose English has still to be read. */
	readonly unread: number;
	readonly settings: CheckSettings;
	readonly values: ToldValues;
}

/** What is left is given to a job where it is much; what was found before is told meanwhile. `only`: this document. */
export async function lookedAt(actor: Actor, projectId: string, only: CheckedHead | null): Promise<LookedAt> {
	const heads = only ? [only] : await headsOfProject(projectId);
	const shared = await projectRules(projectId);
	const checkers = new Map<string, Checker>();
	let [left, total, spent] = [0, 0, 0];
	for (const head of heads) {
		const { rules, counting, looked } = await bringUpToDate(head, { most: mostAtOnce - spent, shared });
		if (rules) checkers.set(head.id, rules.checker);
		spent += looked;
		left += counting?.left ?? 0;
		total += counting?.total ?? 0;
	}
	const reading = [...checkers].filter(([, checker]) => wantsReading(checker, shared.settings));
	const unread = await unreadOf(reading.map(([id]) => id));
	if (left > 0 || unread > 0) await askForCheck(actor, { projectId, documentId: only?.id ?? null });
	const judged = await judgeMentions(projectId, checkers);
	return {
		heads,
		counting: left > 0 ? { left, total } : null,
		unread,
		settings: shared.settings,
		values: toldValues([...checkers.keys()], judged, shared.settings),
	};
}
