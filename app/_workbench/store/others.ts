/** Shows what others do to the document, and where they are, as it happens. */
import type { GoLive } from "../sync/live.ts";
import { passagesNamed } from "../sync/others.ts";
import { type RevisionsAnswer, watch } from "../sync/watch.ts";
import type { WireRevision } from "../sync/wire.ts";
import type { Desk } from "./desk.ts";
import { aboutDocument } from "./settlement.ts";

export interface FollowingOptions {
	readonly goLive: GoLive;
	readonly isVisible: () => boolean;
	/** What came of asking the server: null, or why it did not answer. */
	readonly reached: (error: unknown) => void;
}

export interface Following {
	/** Asks at once what happened. */
	now(): void;
	/** The network came back: the stream tries at once as well. */
	wake(): void;
	stop(): void;
}

export function followOthers(desk: Desk, { goLive, isVisible, reached }: FollowingOptions): Following {
	const { head, read } = desk.options;
	const { queue } = desk.data;
	const watching = watch({
		read: (since) => read<RevisionsAnswer>(`/documents/${head.id}/revisions?since=${since}&limit=200`),
		since: () => desk.data.taken,
		clear: (revisions) => clearOf(desk, revisions),
		settled: () => queue.whenIdle(),
		isVisible,
		found: (answer) => takeIn(desk, answer),
		state: reached,
	});
	desk.answered = () => watching.answered();
	let wasUp = false;
	const live = goLive(head.id, (news) => {
		if (news.kind === "comments") {
			void desk.comments.ask();
			return;
		}
		if (news.kind === "people") desk.presence.show(news.people);
		else watching.told(news);
		if (news.kind !== "up") return;
		desk.presence.heard(news.up);
		// What ended the stream may concern this page, its session, say; and so may what began it again.
		if (wasUp ? !news.up : desk.state.get().sync.kind === "signed-out") watching.now();
		wasUp = news.up;
	});
	return {
		now: () => watching.now(),
		wake() {
			live.wake();
			watching.now();
		},
		stop() {
			watching.stop();
			live.stop();
		},
	};
}

/**
 * While something is on its way, a revision of one's own that nobody has answered for may be its, and what moves rows
 * waits as well.
 */
function clearOf({ data, options }: Desk, revisions: readonly WireRevision[]): number {
	if (data.queue.requests.length === 0) return revisions.length;
	if (data.isRegrouping || data.isUncertain) return 0;
	const doubtful = revisions.findIndex(
		(one) => regroups(one) || (one.actor.id === options.person.id && !data.knows(one.number)),
	);
	return doubtful < 0 ? revisions.length : doubtful;
}

const regroups = ({ type, operation }: WireRevision) =>
	regrouping.has(type) || !operation || regrouping.has(operation.type);

/** What changes so much that the rows are read anew. */
const regrouping = new Set([
	"merge",
	"divide",
	"move",
	"carry",
	"shift",
	"realign",
	"swap",
	"insert",
	"remove",
	"discard",
	"affirm",
	"disavow",
	"attach",
	"detach",
	"import",
	"rewrite",
	"update",
	"restore",
	"fill",
	"clear",
]);

/** Others' revisions: their rows are shown as theirs, as they are now. */
function takeIn(desk: Desk, { revisions }: RevisionsAnswer): void {
	const foreign = desk.data.takeIn(revisions);
	if (foreign.length === 0) return;
	const others = new Map(desk.state.get().others);
	for (const { operation, actor } of foreign) {
		if (actor.id === desk.options.person.id) continue;
		for (const passage of passagesNamed(desk.data.rows, operation)) others.set(passage, actor.name);
	}
	desk.state.set({ others });
	if (foreign.some(({ type }) => aboutDocument.has(type))) void desk.settlement.headChanged();
	if (foreign.some(regroups)) void desk.windows.restart(desk.state.get().place?.passage ?? null);
	else desk.data.follow(foreign);
	desk.outlineChanged();
}
