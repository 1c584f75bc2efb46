import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { keysPage } from "../../scripts/keys-page.ts";

test("docs/keys.md says what the keys do; node scripts/keys-page.ts writes it", () => {
	expect(readFileSync("docs/keys.md", "utf8")).toBe(keysPage());
});
