import { mergeTexts } from "#lib/core/diff/merge.ts";
import { edit } from "./compose.ts";
import type { Desk } from "./desk.ts";
import type { KeptRequest } from "./kept.ts";
import { rowOfSegment } from "./local.ts";
import type { Instead } from "./sync-queue.ts";
import type { Conflict } from "./typing.ts";
import type { RevisionsAnswer } from "./watch.ts";
import type { Answer, OperationBody, Problem } from "./wire.ts";

/** Operations that change what the document says of itself, or which sides it has. */
export const aboutDocument = new Set([
	"describe",
	"label",
	"origin",
	"attach",
	"detach",
	"rewrite",
	"update",
	"fill",
	"clear",
	"import",
]);

/** What follows from the server's answers: texts are merged, put beside each other or kept, and people are told. */
export class Settlement {
	#desk: Desk;

	constructor(desk: Desk) {
		this.#desk = desk;
	}

	done(request: KeptRequest, answer: Answer): void {
		const desk = this.#desk;
		const operation = operationOf(request);
		if (operation?.type === "edit" || operation?.type === "insert")
			this.#textSaved(request, operation, answer);
		const type = answer.undone?.type ?? operation?.type ?? "";
		const firstRendering = type === "insert" && !desk.state.get().head.sides.target;
		if (aboutDocument.has(type) || firstRendering) this.headChanged();
		if (answer.undone) this.#undone(request, answer);
		if (operation?.type !== "confirm" || answer.reload) desk.outlineChanged();
	}

	headChanged: () => void = () => undefined;

	/** Somebody else wrote the same segment meanwhile. */
	conflict(request: KeptRequest, problem: Problem): Instead | null {
		const desk = this.#desk;
		const operation = operationOf(request);
		if (operation?.type !== "edit" || !problem.current || request.passage === null) {
			this.refused(request, problem);
			return null;
		}
		const { segment, text } = fieldsOf(operation);
		const { text: theirs, version } = problem.current;
		const base = request.before ?? "";
		const side = desk.typing.open?.segment === segment ? desk.typing.open.side : "target";
		const merged = mergeTexts(base, text, theirs, desk.language(side));
		const inEditor =
			merged.kind === "merged" ? desk.typing.merged(segment, text, merged.text, request.stand) : null;
		void desk.windows.refresh(request.passage, desk.data);
		if (merged.kind === "merged" && inEditor !== null) {
			if (desk.typing.open?.segment === segment) desk.editor?.replace(inEditor);
			void this.#isOwn(version).then((own) =>
				desk.say(own ? "mergedOwn" : "merged", {}, { tone: "success" }),
			);
			return { operation: edit(segment, version, merged.text), before: theirs };
		}
		desk.typing.pause(segment);
		desk.typing.retain({
			segment,
			passage: request.passage,
			version,
			base,
			text: this.#mine(segment, text),
			at: Date.now(),
			isNew: false,
		});
		const { conflicts } = desk.state.get();
		const both = {
			passage: request.passage,
			side,
			base,
			mine: this.#mine(segment, text),
			theirs,
			version,
		};
		desk.state.set({ conflicts: new Map(conflicts).set(segment, both) });
		void this.#isOwn(version).then((own) => {
			const now = desk.state.get().conflicts;
			if (own && now.get(segment) === both)
				desk.state.set({ conflicts: new Map(now).set(segment, { ...both, own }) });
		});
		return null;
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
		else desk.say(problem.key, problem.values, key.startsWith("nothingTo") ? {} : { tone: "error" });
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

	/** Throws away a text that could not be saved, after the person has dealt with it. */
	dismissTrouble(): void {
		const { trouble } = this.#desk.state.get();
		if (trouble) this.#desk.typing.discard(trouble.segment);
		this.#desk.state.set({ trouble: null });
	}

	#bringBack(segment: string, { passage, side }: Conflict, text: string): void {
		const desk = this.#desk;
		const row = desk.data.rows.row(rowOfSegment(desk.data.rows, segment, passage) ?? "");
		if (desk.typing.open?.segment !== segment && row)
			desk.go(desk.placeIn(row, side, segment), { mode: "review" });
		if (desk.typing.open?.segment !== segment || !desk.editor) {
			desk.state.set({ trouble: { key: "refusals.segment-gone", values: {}, text, segment } });
			return;
		}
		desk.editor.replace(text);
		desk.typing.typed(text);
	}

	/** Whether the revision that stands in the way was made by the same person, in another window. */
	async #isOwn(version: number): Promise<boolean> {
		const { head, person, read } = this.#desk.options;
		const path = `/documents/${head.id}/revisions?since=${version - 1}&limit=1`;
		const found = await read<RevisionsAnswer>(path).catch(() => null);
		return found?.revisions[0]?.actor.id === person.id;
	}

	#mine(segment: string, sent: string): string {
		const { typing } = this.#desk;
		return typing.open?.segment === segment ? typing.text : sent;
	}

	#textSaved(request: KeptRequest, operation: OperationBody, answer: Answer): void {
		const { segment, text } = fieldsOf(operation);
		const written = answer.rows
			.flatMap((row) => [...row.source, ...row.target])
			.find(({ id }) => id === segment);
		this.#desk.typing.saved(segment, text, request.stand, written?.version ?? answer.number);
		const restored = new Map(this.#desk.state.get().restored);
		if (restored.delete(segment)) this.#desk.state.set({ restored });
	}

	#forget(operation: OperationBody): void {
		const { segment, text, version } = fieldsOf(operation);
		this.#desk.typing.saved(segment, text, version, version);
	}

	#keepText(request: KeptRequest, operation: OperationBody, problem: Problem): void {
		const desk = this.#desk;
		const { segment, text, version } = fieldsOf(operation);
		const mine = this.#mine(segment, text);
		const isNew = operation.type === "insert";
		desk.typing.pause(segment);
		desk.typing.retain({
			segment,
			passage: request.passage ?? "",
			version,
			base: request.before ?? "",
			text: mine,
			at: Date.now(),
			isNew,
		});
		desk.state.set({ trouble: { key: problem.key, values: problem.values, text: mine, segment } });
	}

	#undone(request: KeptRequest, { undone }: Answer): void {
		const desk = this.#desk;
		if (!undone) return;
		const row = undone.passage ? desk.data.rows.row(undone.passage) : undefined;
		if (row && desk.state.get().place?.passage !== row.id) desk.go(desk.placeIn(row));
		const redo = request.change.kind === "redo";
		desk.say(redo ? "redone" : "undone", { type: undone.type, number: undone.number });
	}
}

function operationOf(request: KeptRequest): OperationBody | null {
	return request.change.kind === "operation" ? request.change.operation : null;
}

function fieldsOf(operation: OperationBody): { segment: string; text: string; version: number } {
	return {
		segment: String(operation["segment"]),
		text: String(operation["text"]),
		version: Number(operation["version"] ?? 0),
	};
}
