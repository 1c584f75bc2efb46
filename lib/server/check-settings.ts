/** How a project writes, and which checks it does without. */
import { z } from "zod";
import type { CheckSettings } from "#lib/core/qa/settings.ts";
import { type Actor, requireProject } from "./access.ts";
import { keysOfChecks } from "./checking/check-names.ts";
import { settingsOf } from "./checking/rules.ts";
import { pool } from "./db.ts";

const SwitchedOff = z
	.strictObject({ check: z.string().max(64), key: z.string().max(64).nullable() })
	.refine(
		({ check, key }) => keysOfChecks.has(check) && (key === null || keysOfChecks.get(check)?.includes(key)),
		{
			error: "no-such-check",
		},
	);

export const ChangedCheckSettings = z.strictObject({
	off: z.array(SwitchedOff).max(200).optional(),
	style: z
		.strictObject({
			spelling: z.enum(["british", "american", "either"]),
			serialComma: z.enum(["always", "never", "either"]),
			figuresFrom: z.int().min(2).max(100).nullable(),
			titles: z.enum(["quotes", "none", "either"]),
		})
		.optional(),
});
export type ChangedCheckSettings = z.infer<typeof ChangedCheckSettings>;

export async function readCheckSettings(actor: Actor, projectId: string): Promise<CheckSettings> {
	await requireProject(actor, projectId, "project.read");
	return await settingsOf(projectId);
}

/** What is not named stays. */
export async function changeCheckSettings(
	actor: Actor,
	projectId: string,
	{ off, style }: ChangedCheckSettings,
): Promise<void> {
	await requireProject(actor, projectId, "checks.manage");
	const once = off?.filter(
		(one, i) => off.findIndex(({ check, key }) => check === one.check && key === one.key) === i,
	);
	const changed: Partial<CheckSettings> = { ...(once && { off: once }), ...(style && { style }) };
	await pool().query(`UPDATE "Project" SET "checking" = "checking" || $2::jsonb WHERE "id" = $1`, [
		projectId,
		JSON.stringify(changed),
	]);
}
