/** What a project says of checks: which it does without, and how it writes. */
import { anyStyle, type StyleProfile } from "./style-profile.ts";

/** A check, or one thing that it says. */
export interface SwitchedOff {
	readonly check: string;
	readonly key: string | null;
}

export interface CheckSettings {
	readonly off: readonly SwitchedOff[];
	readonly style: StyleProfile;
}

export const plainSettings: CheckSettings = { off: [], style: anyStyle };

export function isSwitchedOff(
	{ off }: Pick<CheckSettings, "off">,
	{ check, key }: { readonly check: string; readonly key: string },
): boolean {
	return off.some((one) => one.check === check && (one.key === null || one.key === key));
}
