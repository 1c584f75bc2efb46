import { expect, test } from "vitest";
import { canonicalJson, type Json } from "#lib/core/document/canonical.ts";
import { operations, StoredOperation } from "#lib/core/document/operations/registry.ts";
import { goldenLogs, replayed } from "./golden.ts";

const logs = goldenLogs();
const types = operations.map((operation) => operation.type);

test("every operation has a golden log, and every golden log its operation", () => {
	expect([...logs.keys()].sort()).toEqual([...types].sort());
});

test.each([...logs])("the golden log of %s means today what it meant", (type, golden) => {
	const operations = golden.log.map((text) => StoredOperation.parse(JSON.parse(text)));
	expect(operations.some((operation) => operation.type === type)).toBe(true);
	expect(golden.log.map((text) => canonicalJson(JSON.parse(text) as Json))).toEqual(golden.log);
	expect(replayed(golden.log)).toEqual(golden);
});
