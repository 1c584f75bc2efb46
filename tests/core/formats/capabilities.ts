import type { FormatCapabilities } from "#lib/core/formats/contract.ts";
import { english } from "#lib/messages/catalogue.ts";
import { packWord } from "#lib/server/word.ts";

export const exportedAt = "2024-06-03T09:30:00.000Z";

export const capabilities: FormatCapabilities = {
	encodeText: (text) => new TextEncoder().encode(text),
	packWord,
	label(key) {
		const found = key
			.split(".")
			.reduce<unknown>((at, step) => (at instanceof Object ? Reflect.get(at, step) : undefined), english);
		if (typeof found !== "string") throw new Error(`no message ${key}`);
		return found;
	},
	exportedAt,
	application: { name: "Duizhao", version: "0.1.0" },
};

export const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
