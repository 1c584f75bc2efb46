import { api } from "#app/_ui/api.ts";
import type { Preferences } from "#lib/core/people/preferences.ts";
import { keyMapOf } from "../keys/chosen-keys.ts";
import type { Desk } from "./desk.ts";

/** Works at once in this window; the account remembers it, or the person is told that it does not. */
export async function choosePreferences(desk: Desk, change: Partial<Preferences>): Promise<void> {
	const preferences = { ...desk.state.get().preferences, ...change };
	desk.state.set({ preferences, ...(change.keys && { keys: keyMapOf(change.keys) }) });
	await api("/accounts/me/preferences", { method: "PATCH", body: change }).catch(() =>
		desk.say("notRemembered", {}, { tone: "error" }),
	);
}
