/** The fields that are open at a place of a story: an instruction first, then what it showed when the file was saved. */
export class Fields {
	readonly #open: { instruction: string; showing: boolean; link: boolean }[] = [];

	/** What is read now is text, not part of an instruction. */
	get showing(): boolean {
		return this.#open.every((field) => field.showing);
	}

	/** Fields that have not ended: none at the end of a story that is whole. */
	get depth(): number {
		return this.#open.length;
	}

	begin(): void {
		this.#open.push({ instruction: "", showing: false, link: false });
	}

	instruct(text: string): void {
		const field = this.#open.at(-1);
		if (field && !field.showing) field.instruction += text;
	}

	/** The result begins; the address where the field is a link to somewhere. */
	separate(): string | null {
		const field = this.#open.at(-1);
		if (!field) return null;
		field.showing = true;
		const address = linkOf(field.instruction);
		field.link = address !== null;
		return address;
	}

	/** True where the field was a link, which ends here. */
	end(): boolean {
		return this.#open.pop()?.link ?? false;
	}
}

/** The address in `HYPERLINK "https://…"`; null in every other field, and for places in the same file. */
function linkOf(instruction: string): string | null {
	const found = /^\s*HYPERLINK\s+(?:"([^"]*)"|([^\s\\"]+))/iu.exec(instruction);
	const address = found?.[1] ?? found?.[2] ?? "";
	return address === "" ? null : address;
}
