import { readdirSync } from "node:fs";
import { basename } from "node:path";
import { expect, test } from "vitest";
import { alignmentFormats } from "#lib/core/align/formats/registry.ts";
import cli from "#lib/messages/en/cli.json" with { type: "json" };

test("every file of the folder is in the registry under its name, and explained in the help", () => {
	const files = readdirSync(new URL("../../../../lib/core/align/formats", import.meta.url));
	const formats = files.map((file) => basename(file, ".ts")).filter((name) => !shared.has(name));
	expect(alignmentFormats.map(({ id }) => id).toSorted()).toEqual(formats.toSorted());
	expect(Object.keys(cli.align.formats).toSorted()).toEqual(formats.toSorted());
});
const shared = new Set(["contract", "registry"]);
