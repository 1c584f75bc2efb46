import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readers } from "#lib/core/formats/reader-registry.ts";
import { english } from "#lib/messages/catalogue.ts";

const folder = new URL("../../../lib/core/formats/", import.meta.url).pathname;
const { formats, problems } = english.reading;

test("every file of the folder is a reader in the registry, under its name", () => {
	const files = globSync("readers/*.ts", { cwd: folder }).map((file) =>
		file.slice("readers/".length, -".ts".length),
	);
	expect(files.toSorted()).toEqual(readers.map(({ id }) => id).toSorted());
});

test("every reader has a name in the catalogue, and every name a reader", () => {
	expect(readers.map(({ messageKey }) => messageKey).toSorted()).toEqual(
		Object.keys(formats)
			.map((id) => `formats.${id}`)
			.toSorted(),
	);
});

test("everything a reader tells or refuses has its sentence", () => {
	const told = globSync("**/*.ts", { cwd: folder }).flatMap((file) => {
		const code = readFileSync(folder + file, "utf8");
		const keys = code.matchAll(/(?:new ReadRefusal|osses\.add)\(\s*"(\w+)"|\bkey: "(\w+)", values?\b/gu);
		return [...keys].map(([, thrown, said]) => `${thrown ?? said}`);
	});
	expect(told.length).toBeGreaterThan(50);
	expect(told.filter((key) => !(key in problems))).toEqual([]);
});
