import { defineConfig } from "vitest/config";

const withDatabase = ["tests/setup/global-database.ts"];

export default defineConfig({
	test: {
		maxWorkers: 2,
		projects: [
			{
				extends: true,
				test: { name: "core", include: ["tests/core/**/*.test.{ts,tsx}"], testTimeout: 30_000 },
			},
			{
				extends: true,
				test: {
					name: "server",
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
					fileParallelism: false,
					testTimeout: 120_000,
					hookTimeout: 120_000,
				},
			},
		],
	},
});
