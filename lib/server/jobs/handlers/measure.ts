import { MeasureNow, measureNow } from "#lib/server/measures/measure-now.ts";
import type { JobKind } from "../contract.ts";
import { watchOf } from "../watch.ts";

/** Measures the renderings of a document or a project that nobody has asked about yet. */
export const measureJob = {
	id: "measure",
	input: MeasureNow,
	async run(input, running) {
		return await watchOf(running, (watch) => measureNow(running.actor, input, watch));
	},
} as const satisfies JobKind<typeof MeasureNow>;
