import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalJson } from "#lib/core/document/canonical.ts";
import { Replica } from "#lib/core/document/replica.ts";
import { readSnapshot, writeSnapshot } from "#lib/core/document/snapshot.ts";
import { anyAttempts, anyImport } from "./arbitrary.ts";
import { example } from "./example.ts";
import { Session, stored } from "./session.ts";

/** PROPERTY_RUNS=50 runs fifty times as many. */
const runs = (count: number) => ({ numRuns: count * Number(process.env["PROPERTY_RUNS"] ?? 1) });

test("a snapshot taken anywhere in a log, read back, takes the rest of the log to what the whole log gives", () => {
	fc.assert(
		fc.property(anyImport, anyAttempts(30), fc.nat(), (begin, attempts, place) => {
			const session = new Session(begin, []);
			for (const attempt of attempts) session.attempt(attempt);
			const log = session.log.map(({ operation }) => stored(operation));
			const cut = place % (log.length + 1);
			const until = new Replica();
			for (const operation of log.slice(0, cut)) until.apply(operation);
			const taken = writeSnapshot(until);
			const restored = readSnapshot(taken);
			if (!restored) throw new Error("not of this form");
			expect(writeSnapshot(restored), "as it was written").toBe(taken);
			for (const [i, operation] of log.slice(cut).entries()) {
				const applied = restored.apply(operation);
				if ("refused" in applied)
					throw new Error(`refused as ${applied.refused}: ${JSON.stringify(operation)}`);
				const inverse = session.log[cut + i]?.inverse ?? null;
				expect(canonicalJson(applied.inverse as never), "the same way back").toBe(
					canonicalJson(inverse as never),
				);
			}
			expect(writeSnapshot(restored)).toBe(writeSnapshot(session.replica));
			for (const row of session.replica.rows())
				expect(restored.standing(row)).toEqual(session.replica.standing(row));
		}),
		runs(200),
	);
});

test("a snapshot in a form that this release does not know is not read", () => {
	const taken = writeSnapshot(example(["s1|t1"]));
	expect(readSnapshot(taken.replace('"form":1', '"form":2'))).toBeNull();
});
