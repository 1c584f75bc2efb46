import { describe, expect, test } from "vitest";
import { LateCode } from "#app/_workbench/late-code.ts";

describe("code that comes when it is asked for", () => {
	test("is asked for once, however many wait for it", async () => {
		let asked = 0;
		const code = new LateCode(async () => `code ${++asked}`);
		expect(code.here).toBeNull();
		expect(await Promise.all([code.expect(), code.expect()])).toEqual(["code 1", "code 1"]);
		expect(code.here).toBe("code 1");
		expect(await code.expect()).toBe("code 1");
	});

	test("is asked for again where it could not be had", async () => {
		let away = true;
		const code = new LateCode(async () => {
			if (away) throw new Error("the server is away");
			return "code";
		});
		await expect(code.expect()).rejects.toThrow("away");
		expect(code.here).toBeNull();
		away = false;
		expect(await code.expect()).toBe("code");
	});
});
