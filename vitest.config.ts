import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

const withSeed = "tests/setup/properties.ts";
const withDatabase = ["tests/setup/global-database.ts"];

const longest =
	/\/(access|axe|crash|fast-hands|hostile|import-crash|import-files|screens|start|together|walk-two)\.test\.ts$/;

/** The files that take longest come first, so that all workers end at about the same time. */
class LongestFirst extends BaseSequencer {
	override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
		const { long = [], short = [] } = Object.groupBy(await super.sort(files), ({ moduleId }) =>
			longest.test(moduleId) ? "long" : "short",
		);
		return [...long, ...short];
	}
}

export default defineConfig({
	test: {
		maxWorkers: 2,
		sequence: { sequencer: LongestFirst },
		projects: [
			{
				extends: true,
				test: {
					name: "core",
					setupFiles: [withSeed],
					include: ["tests/core/**/*.test.{ts,tsx}"],
					isolate: false, // what is pure need not be loaded anew for each file
					testTimeout: 30_000,
				},
			},
			{
				extends: true,
				test: {
					name: "server",
					setupFiles: [withSeed, "tests/setup/operations.ts"],
					include: ["tests/server/**/*.test.ts", "tests/app/**/*.test.{ts,tsx}"],
					globalSetup: withDatabase,
					testTimeout: 30_000,
					hookTimeout: 60_000,
				},
			},
			{
				extends: true,
				test: {
					name: "cli",
					include: ["tests/cli/**/*.test.ts"],
					globalSetup: withDatabase,
					testTimeout: 30_000,
					hookTimeout: 60_000,
				},
			},
			{
				extends: true,
				test: {
					name: "launch",
					include: ["tests/launch/**/*.test.ts"],
					globalSetup: withDatabase,
					testTimeout: 60_000,
					hookTimeout: 60_000,
				},
			},
			{
				extends: true,
				test: {
					name: "e2e",
					include: ["tests/e2e/**/*.test.ts"],
					globalSetup: withDatabase,
					testTimeout: 180_000,
					hookTimeout: 180_000,
				},
			},
		],
	},
});
