/** What a browser's main thread did while keys were typed, read from a trace. */
import type { Browser, Page } from "playwright-core";

interface TraceEvent {
	readonly name: string;
	readonly ph: string;
	readonly pid: number;
	readonly tid: number;
	/** Microseconds. */
	readonly ts: number;
	readonly dur?: number;
	/** Of the processor alone, without waiting for other programs. */
	readonly tdur?: number;
	readonly args?: { readonly data?: { readonly type?: string }; readonly name?: string };
}

/** Milliseconds. */
export interface Work {
	/** Of the main thread from one key to the next. */
	readonly perKey: readonly number[];
	/** Each task, by the processor's time and by the clock, which on a busy machine also counts other programs. */
	readonly tasks: readonly { readonly processor: number; readonly clock: number }[];
}

const categories = ["devtools.timeline", "disabled-by-default-devtools.timeline", "toplevel"];

/** Traces while `keys` types. */
export async function traceKeys(browser: Browser, page: Page, keys: () => Promise<void>): Promise<Work> {
	await browser.startTracing(page, { categories });
	await keys();
	const { traceEvents }: { traceEvents: TraceEvent[] } = JSON.parse((await browser.stopTracing()).toString());
	return readWork(traceEvents);
}

function readWork(events: readonly TraceEvent[]): Work {
	const downs = events.filter(({ name, args }) => name === "EventDispatch" && args?.data?.type === "keydown");
	const [first] = downs;
	if (!first) throw new Error("the trace holds no key");
	const { pid, tid } = first;
	const begins = downs
		.filter((event) => event.pid === pid && event.tid === tid)
		.map(({ ts }) => ts)
		.toSorted((a, b) => a - b);
	const tasks = outermost(events.filter((event) => event.pid === pid && event.tid === tid && isTask(event)));
	const perKey = begins.slice(0, -1).map(() => 0);
	let key = -1;
	for (const task of tasks) {
		// The key's own task begins before its event is dispatched.
		while (key + 1 < begins.length && (begins[key + 1] ?? 0) < task.ts + (task.dur ?? 0)) key += 1;
		if (key >= 0 && key < perKey.length)
			perKey[key] = (perKey[key] ?? 0) + (task.tdur ?? task.dur ?? 0) / 1_000;
	}
	const after = tasks.filter(({ ts, dur }) => ts + (dur ?? 0) > (begins[0] ?? 0));
	return {
		perKey,
		tasks: after.map(({ dur = 0, tdur = dur }) => ({ processor: tdur / 1_000, clock: dur / 1_000 })),
	};
}

const isTask = ({ name, ph }: TraceEvent) =>
	ph === "X" && (name === "RunTask" || name === "ThreadControllerImpl::RunTask");

/** Tasks that run within another are part of it. */
function outermost(tasks: readonly TraceEvent[]): TraceEvent[] {
	let end = 0;
	return tasks
		.toSorted((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0))
		.filter(({ ts, dur = 0 }) => {
			if (ts < end) return false;
			end = ts + dur;
			return true;
		});
}
