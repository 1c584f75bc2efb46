import type { RiskyPassage, WireRisks } from "#lib/core/qa/wire.ts";
import type { Desk } from "./desk.ts";
import { goToPassage } from "./travel.ts";

/** The walk from the riskiest passage on, as it was when it began. */
const walks = new WeakMap<Desk, readonly RiskyPassage[]>();

export async function readRisks(desk: Desk): Promise<readonly RiskyPassage[]> {
	await desk.data.queue.whenIdle();
	const { passages } = await desk.options.read<WireRisks>(`/documents/${desk.options.head.id}/risks`);
	return passages;
}

/** The riskiest passage; asked again there, the next less risky one. */
export async function goToNextRisk(desk: Desk): Promise<void> {
	desk.typing.save();
	const here = desk.state.get().place?.passage;
	const known = walks.get(desk) ?? [];
	const at = known.findIndex(({ id }) => id === here);
	if (at >= 0 && at === known.length - 1) {
		walks.delete(desk);
		return desk.say("lastRisk");
	}
	const list = at >= 0 ? known : await readRisks(desk).catch(() => null);
	if (!list) return desk.say("risksMissing", {}, { tone: "error" });
	walks.set(desk, list);
	const next = list[at + 1];
	if (!next) return desk.say("noFindings", {}, { tone: "success" });
	await goToPassage(desk, next.id);
}
