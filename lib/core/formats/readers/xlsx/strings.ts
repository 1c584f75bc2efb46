import type { PartTag } from "../office/read-part.ts";

/** Collects the text of one string: its runs joined, the readings above characters left out. */
export class StringText {
	#text = "";
	#inText = false;
	#inReading = false;
	#formatted = false;

	get text(): string {
		return unescaped(this.#text);
	}

	/** Some of it is bold, italic or underlined, which a row of cells cannot carry. */
	get formatted(): boolean {
		return this.#formatted;
	}

	start(): void {
		this.#text = "";
		this.#formatted = false;
	}

	open(tag: PartTag): void {
		if (tag.name === "x:rPh") this.#inReading = true;
		else if (tag.name === "x:t") this.#inText = !this.#inReading;
		else if (tag.name === "x:b" || tag.name === "x:i" || tag.name === "x:u") this.#formatted = true;
	}

	add(value: string): void {
		if (this.#inText) this.#text += value;
	}

	close(name: string): void {
		if (name === "x:t") this.#inText = false;
		else if (name === "x:rPh") this.#inReading = false;
	}
}

/** `_x000D_` stands for a character that XML cannot hold (ISO/IEC 29500-1, 22.9.2.19), `_x005F_` for its underscore. */
export function unescaped(text: string): string {
	if (!text.includes("_x")) return text;
	return text
		.replace(/_x([0-9A-Fa-f]{4})_/gu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
		.replace(/\r\n?/gu, "\n");
}
