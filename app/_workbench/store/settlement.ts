import { LateCode } from "../late-code.ts";
import { fieldsOf, operationOf } from "../sync/edited.ts";
import type { KeptRequest } from "../sync/kept.ts";
import { rowOfSegment } from "../sync/row-cache.ts";
import type { Instead } from "../sync/sync-queue.ts";
import type { Answer, OperationBody, Problem } from "../sync/wire.ts";
import { expectComparing } from "./comparing.ts";
import type { Desk } from "./desk.ts";
import { SentTexts } from "./sent-texts.ts";
import type { Trouble } from "./state.ts";
import type { Conflict } from "./typing.ts";

/** What becomes of two wordings: no first row waits for that. */
const meeting = new LateCode(async () => {
	const [{ meet }] = await Promise.all([import("./meeting.ts"), expectComparing().catch(() => null)]);
	return meet;
});

export const expectMeeting = () => meeting.expect();

/** Operations that change what the document says of itself, or which sides it has. */
export const aboutDocument = new Set([
	"describe",
	"label",
	"origin",
	"attach",
	"detach",
	"rewrite",
	"update",
	"restore",
	"fill",
	"clear",
	"import",
]);

/** What follows from the server's answers: texts are merged, put beside each other or kept, and people are told. */
export class Settlement {
	#desk: Desk;
	readonly sent: SentTexts;

	constructor(desk: Desk) {
		this.#desk = desk;
		this.sent = new SentTexts(desk);
	}

	done(request: KeptRequest, answer: Answer): void {
		const desk = this.#desk;
		const operation = operationOf(request);
		desk.tally?.done(request, answer);
		if (operation?.type === "edit" || operation?.type === "insert")
			this.#textSaved(request, operation, answer);
		const type = answer.undone?.type ?? operation?.type ?? "";
		const firstRendering = type === "insert" && !desk.state.get().head.sides.target;
		if (aboutDocument.has(type) || firstRendering) this.headChanged();
		if (answer.undone) this.#undone(request, answer);
		if (operation?.type !== "confirm" || answer.reload) desk.outlineChanged();
	}

	headChanged: () => void = () => undefined;

	/**
	 * Somebody else wrote the same sentence meanwhile, or made another of it. An input method in the middle of a word of
	 * it is waited for, and the code that knows what to do.
	 */
	conflict(request: KeptRequest, problem: Problem): Instead | null | Promise<Instead | null> {
		const { editor, typing } = this.#desk;
		const segment = operationOf(request)?.["segment"];
		if (editor?.isComposing && typing.open?.segment === segment)
			return editor.whenComposed().then(() => this.conflict(request, problem));
		const otherwise = () => this.refused(request, problem);
		const { here } = meeting;
		if (here) return here(this.#desk, this.sent, request, problem, otherwise);
		return meeting.expect().then(
			(meet) => meet(this.#desk, this.sent, request, problem, otherwise),
			() => {
				otherwise();
				return null;
			},
		);
	}

	refused(request: KeptRequest, problem: Problem): void {
		const desk = this.#desk;
		const operation = operationOf(request);
		const key = problem.key.replace(/^refusals\./, "");
		if (key === "nothing-changed" || key === "already-confirmed") {
			if (operation?.type === "edit") this.#forget(operation);
			return;
		}
		if (request.passage) void desk.windows.refresh(request.passage, desk.data);
		if (operation?.type === "edit" || operation?.type === "insert")
			this.#keepText(request, operation, problem);
		else if (key === "nothingToUndo" || key === "nothingToRedo") {
			this.#noteNothing(request);
			desk.say(key);
		} else desk.say(problem.key, problem.values, { tone: "error" });
	}

	/** Ends a conflict with a text: in the editor, mine or a combination; or the other person's. */
	decide(segment: string, choice: "mine" | "theirs"): void {
		const desk = this.#desk;
		const conflicts = new Map(desk.state.get().conflicts);
		const conflict = conflicts.get(segment);
		if (!conflict) return;
		conflicts.delete(segment);
		desk.state.set({ conflicts });
		if (choice === "mine") {
			desk.typing.resume(segment, conflict.version, conflict.theirs);
			desk.typing.save();
			return;
		}
		const given = desk.typing.open?.segment === segment ? desk.typing.text : conflict.mine;
		desk.typing.discard(segment);
		desk.typing.resume(segment, conflict.version, conflict.theirs);
		desk.typing.typed(conflict.theirs);
		desk.editor?.replace(conflict.theirs);
		desk.say(
			"tookTheirs",
			{},
			{ action: { label: "bringMineBack", run: () => this.#bringBack(segment, conflict, given) } },
		);
	}

	/** Shows a text that could not be saved, of each segment the last one, until the person has dealt with it. */
	tell(trouble: Trouble): void {
		const { state } = this.#desk;
		const others = state.get().troubles.filter(({ segment }) => segment !== trouble.segment);
		state.set({ troubles: [...others, trouble] });
	}

	/** Nothing of the segment has to be dealt with any more. */
	untell(segment: string): void {
		const { state } = this.#desk;
		const { troubles } = state.get();
		const others = troubles.filter((one) => one.segment !== segment);
		if (others.length < troubles.length) state.set({ troubles: others });
	}

	/** Throws such a text away. */
	dismiss(segment: string): void {
		this.#desk.typing.discard(segment);
		this.untell(segment);
	}

	#bringBack(segment: string, { passage, side }: Conflict, text: string): void {
		const desk = this.#desk;
		const row = desk.data.rows.row(rowOfSegment(desk.data.rows, segment, passage) ?? "");
		if (desk.typing.open?.segment !== segment && row)
			desk.go(desk.placeIn(row, side, segment), { mode: "review" });
		if (desk.typing.open?.segment !== segment || !desk.editor) {
			this.tell({ key: "refusals.segment-gone", values: {}, text, segment });
			return;
		}
		desk.editor.replace(text);
		desk.typing.typed(text);
	}

	#textSaved(request: KeptRequest, operation: OperationBody, answer: Answer): void {
		const { segment, text } = fieldsOf(operation);
		const written = answer.rows
			.flatMap((row) => [...row.source, ...row.target])
			.find(({ id }) => id === segment);
		this.#isSaved(segment, text, request.stand, written?.version ?? answer.number);
	}

	#isSaved(segment: string, text: string, stand: number, version: number): void {
		const { state, typing } = this.#desk;
		typing.saved(segment, text, stand, version);
		const restored = new Map(state.get().restored);
		if (restored.delete(segment)) state.set({ restored });
	}

	#forget(operation: OperationBody): void {
		const { segment, text, version } = fieldsOf(operation);
		this.#isSaved(segment, text, version, version);
	}

	#keepText(request: KeptRequest, operation: OperationBody, problem: Problem): void {
		const desk = this.#desk;
		const { segment, version } = fieldsOf(operation);
		const mine = this.sent.mine(request);
		const isNew = operation.type === "insert";
		const draft = {
			segment,
			passage: request.passage ?? "",
			version,
			base: request.before ?? "",
			text: mine,
			at: Date.now(),
			isNew,
		};
		desk.typing.pause(segment, draft);
		desk.typing.retain(draft);
		this.tell({ key: problem.key, values: problem.values, text: mine, segment });
	}

	#undone(request: KeptRequest, { undone, rows }: Answer): void {
		const desk = this.#desk;
		if (!undone) return;
		const row = undone.passage ? desk.data.rows.row(undone.passage) : undefined;
		const elsewhere = row && desk.state.get().place?.passage !== row.id;
		if (elsewhere && this.#stayed(request) && !desk.editor?.isComposing) {
			this.#led = row.id;
			desk.go(desk.placeIn(row));
		}
		const numbers = rows.map(({ id }) => desk.data.rows.indexOf(id) + 1).filter((number) => number > 0);
		const passages = undone.passages ?? rows.length;
		const redo = request.change.kind === "redo";
		desk.say(redo ? "redone" : "undone", { type: undone.type, ...placeNamed(numbers, passages) });
	}

	/** Where the last answer of this kind has led. */
	#led: string | null = null;

	/** Whoever has gone on by themselves since they asked is not led away. */
	#stayed({ passage }: KeptRequest): boolean {
		const { place } = this.#desk.state.get();
		const here = place?.passage ?? null;
		return (
			here === null || here === passage || here === this.#led || !this.#desk.data.rows.row(passage ?? "")
		);
	}

	/** Asked again before anything has changed, the server would answer the same. */
	#nothing = new Map<string, string>();

	/** The server has said that there is nothing to take back, or to do again, and nothing has happened since. */
	hasNothingTo(kind: "undo" | "redo"): boolean {
		return this.#desk.data.queue.requests.length === 0 && this.#nothing.get(kind) === this.#stand;
	}

	get #stand(): string {
		const { taken, answered } = this.#desk.data;
		return `${taken} ${answered}`;
	}

	#noteNothing({ change }: KeptRequest): void {
		this.#nothing.set(change.kind, this.#stand);
	}
}

/** Where it was: one passage, neighbours, or so many. */
function placeNamed(numbers: readonly number[], passages: number): Record<string, string | number> {
	const [first = 0, last = 0] = [Math.min(...numbers), Math.max(...numbers)];
	const known = numbers.length === passages && passages > 0;
	const where = known && passages === 1 ? "one" : known && last - first + 1 === passages ? "range" : "many";
	return { where: passages === 0 ? "none" : where, first, last, passages };
}
