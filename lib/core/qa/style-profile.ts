/** How a project writes English. */
export interface StyleProfile {
	/** Spelling, by the region of the target language where the project does not say. */
	readonly spelling: "british" | "american" | "either";
	/** Red, white, and blue. */
	readonly serialComma: "always" | "never" | "either";
	/** From which number on figures are written; null: as people like. */
	readonly figuresFrom: number | null;
	/** What 《》 becomes: text has no italics of its own, so `none` asks for no marks. */
	readonly titles: "quotes" | "none" | "either";
}

/** Nothing is asked for that a careful writer might do otherwise. */
export const anyStyle: StyleProfile = {
	spelling: "either",
	serialComma: "either",
	figuresFrom: null,
	titles: "either",
};
