/** The fields that are open at a place of a story: an instruction first, then what it showed when the file was saved. */
export class Fields {
	readonly #open: { instruction: string; showing: boolean; link: boolean }[] = [];

	/** How many of them are at their instruction. */
	#instructing = 0;

	/** What is read now is text, not part of an instruction. */
	get showing(): boolean {
		return this.#instructing === 0;
	}

	/** Fields that have not ended: none at the end of a story that is whole. */
	get depth(): number {
		return this.#open.length;
	}

	begin(): void {
		this.#instructing += 1;
		this.#open.push({ instruction: "", showing: false, link: false });
	}

	instruct(text: string): void {
		const field = this.#open.at(-1);
		if (field && !field.showing) field.instruction += text;
	}

	/** The result begins; the address where the field is a link to somewhere. */
	separate(): string | null {
		const field = this.#open.at(-1);
		if (!field || field.showing) return null;
		field.showing = true;
		this.#instructing -= 1;
		const address = linkOf(field.instruction);
		field.link = address !== null;
		return address;
	}

	/** True where the field was a link, which ends here. */
	end(): boolean {
		const field = this.#open.pop();
		if (field && !field.showing) this.#instructing -= 1;
		return field?.link ?? false;
	}
}

/** The address in `HYPERLINK "https://…"`; null in every other field, and for places in the same file. */
function linkOf(instruction: string): string | null {
	const found = /^\s*HYPERLINK\s+(?:"([^"]*)"|([^\s\\"]+))/iu.exec(instruction);
	const address = found?.[1] ?? found?.[2] ?? "";
	return address === "" ? null : address;
}
