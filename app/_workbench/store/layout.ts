import type { Desk } from "./desk.ts";

/** Rows are sentences, or the sentences of a paragraph together. */
export const views = ["sentences", "paragraphs"] as const;
export type View = (typeof views)[number];

/** A column beside the text that can be folded away. */
export type SideColumn = "outline" | "panel";

const viewKey = "duizhao.view";
const foldedKey = "duizhao.folded";

/** How the screen is divided; remembered on this device. */
export class Layout {
	#desk: Desk;

	constructor(desk: Desk) {
		this.#desk = desk;
	}

	/** As it was left; an address may ask for a view. */
	recall(asked: string | null): void {
		const view = views.find((one) => one === (asked ?? localStorage.getItem(viewKey))) ?? "sentences";
		const names = localStorage.getItem(foldedKey)?.split(" ") ?? [];
		const folded = { outline: names.includes("outline"), panel: names.includes("panel") };
		this.#desk.state.set({ view, folded });
	}

	toggleView(): void {
		const { view } = this.#desk.state.get();
		const next = view === "sentences" ? "paragraphs" : "sentences";
		this.#desk.state.set({ view: next });
		localStorage.setItem(viewKey, next);
	}

	toggleFold(column: SideColumn): void {
		const { folded } = this.#desk.state.get();
		const next = { ...folded, [column]: !folded[column] };
		this.#desk.state.set({ folded: next });
		const names = Object.entries(next).flatMap(([name, away]) => (away ? [name] : []));
		localStorage.setItem(foldedKey, names.join(" "));
	}

	unfold(column: SideColumn): void {
		if (this.#desk.state.get().folded[column]) this.toggleFold(column);
	}

	/** The text that passages are chosen by; its column comes back where it was folded away. */
	filterByText(): void {
		this.unfold("outline");
		this.#desk.editor?.blur();
		setTimeout(() => this.#desk.focusFilter()); // the field is there once its column is drawn
	}
}
