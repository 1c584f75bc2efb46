import { z } from "zod";
import { densities, type Preferences, sights, usualPreferences } from "#lib/core/people/preferences.ts";
import type { Actor } from "./access.ts";
import { db } from "./db.ts";

/** Of one action; the workbench shows at most as many. */
const mostKeys = 4;
const mostActions = 300;

const ActionId = z.string().regex(/^[A-Za-z][A-Za-z0-9]{0,39}$/);
/** Modifiers and a `KeyboardEvent.code`: "Ctrl+Alt+Enter". */
const Press = z.string().regex(/^(Ctrl\+)?(Alt\+)?(Shift\+)?(Meta\+)?[A-Za-z0-9]{1,24}$/);
const OwnKeys = z
	.record(ActionId, z.array(Press).max(mostKeys))
	.refine((keys) => Object.keys(keys).length <= mostActions);

const fields = {
	keys: z.strictObject({
		preset: ActionId,
		own: z.strictObject({ windows: OwnKeys, mac: OwnKeys }),
	}),
	density: z.enum(densities),
	rowSight: z.enum(sights),
};

/** What one chooses anew; the rest stays. */
export const ChangedPreferences = z
	.strictObject(fields)
	.partial()
	.refine((change) => Object.keys(change).length > 0);
export type ChangedPreferences = z.infer<typeof ChangedPreferences>;

/** How choices are stored; ones stored otherwise by another release count as not made. */
const currentVersion = 1;
const Stored = z.object({
	version: z.literal(currentVersion),
	keys: fields.keys.catch({ preset: usualPreferences.keys.preset, own: { windows: {}, mac: {} } }),
	density: fields.density.catch(usualPreferences.density),
	rowSight: fields.rowSight.catch(usualPreferences.rowSight),
});

/** One's own choices, whole: what was not chosen is as usual. */
export async function readPreferences(actor: Actor): Promise<Preferences> {
	const [user] = await db().$queryRaw<{ preferences: unknown }[]>`
		SELECT "preferences" FROM "User" WHERE "id" = ${actor.userId}`;
	const stored = Stored.safeParse(user?.preferences);
	if (!stored.success) return usualPreferences;
	const { keys, density, rowSight } = stored.data;
	return { keys, density, rowSight };
}

/** Stores what one chose anew, in one statement: two windows that change different things lose neither. */
export async function changePreferences(actor: Actor, change: ChangedPreferences): Promise<void> {
	const chosen = JSON.stringify({ version: currentVersion, ...change });
	await db().$executeRaw`
		UPDATE "User" SET "preferences" =
			CASE WHEN "preferences"->'version' = to_jsonb(${currentVersion}::int) THEN "preferences" ELSE '{}'::jsonb END
				|| ${chosen}::jsonb
		WHERE "id" = ${actor.userId}`;
}
