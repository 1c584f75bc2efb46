import { codeNumber, type MarkedText, marks } from "#lib/core/formats/marked-text.ts";

/** A marked text with its codes as tags, for claims that people can read: `这是<bold>第一</bold>段`. */
export function asTags({ text, codes = [] }: MarkedText): string {
	return text.replaceAll(marks, (mark) => {
		const code = codes[codeNumber(mark) ?? -1];
		if (code === undefined) throw new Error("a mark without its code");
		if (code.part === "end") return `</${code.kind}>`;
		return `<${code.kind}${code.value === undefined ? "" : `=${code.value}`}>`;
	});
}
