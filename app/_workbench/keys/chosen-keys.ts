import { type KeyChoices, usualPreferences } from "#lib/core/people/preferences.ts";
import type { Platform } from "./binding.ts";
import type { KeyAction, KeyPlace } from "./key-action.ts";
import { type KeyMap, meet } from "./key-map.ts";
import { type Unavailable, whyNever } from "./never-bound.ts";
import { type KeyPreset, presetNamed } from "./presets.ts";
import { type KeyActionId, keyActions } from "./registry.ts";

const platforms = ["windows", "mac"] as const;

/** The keys of somebody who has chosen some; null: they have them as the product comes. */
export function chosenKeys(choices: KeyChoices): KeyMap | null {
	const nothing = platforms.every((platform) => Object.keys(choices.own[platform]).length === 0);
	return nothing && choices.preset === usualPreferences.keys.preset ? null : keyMapOf(choices);
}

/**
 * What a person chose goes before the preset, and the preset before what the product comes with: a key that is
 * given to one action is taken from any other it could be mistaken for.
 */
export function keyMapOf(choices: KeyChoices): KeyMap {
	const preset = presetNamed(choices.preset);
	const [windows, mac] = platforms.map((platform) => keysOn(platform, choices, preset));
	return Object.fromEntries(
		keyActions.map(({ id }) => [id, { windows: windows?.get(id) ?? [], mac: mac?.get(id) ?? [] }]),
	) as KeyMap;
}

function keysOn(
	platform: Platform,
	{ own }: KeyChoices,
	preset: KeyPreset,
): ReadonlyMap<string, readonly string[]> {
	const chosen: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(own[platform]));
	const wanted = keyActions.map((action: KeyAction & { id: KeyActionId }) => {
		const { id, place, keys } = action;
		const free = (list: readonly string[]) => list.filter((key) => whyNever(key, platform, place) === null);
		const mine = chosen.get(id);
		if (mine) return { id, place, rank: 0, keys: free(mine) };
		const named = free(preset.keys[id]?.[platform] ?? []);
		return named.length > 0
			? { id, place, rank: 1, keys: named }
			: { id, place, rank: 2, keys: keys[platform] };
	});
	const taken: { key: string; place: KeyPlace }[] = [];
	const given = new Map<string, readonly string[]>();
	for (const { id, place, keys } of wanted.toSorted((a, b) => a.rank - b.rank)) {
		const left = keys.filter((key) => !taken.some((one) => one.key === key && meet(one.place, place)));
		taken.push(...left.map((key) => ({ key, place })));
		given.set(id, [...new Set(left)]);
	}
	return given;
}

/** Keys that a preset has in its own tool and that cannot be had here. */
export function keptApart(
	preset: KeyPreset,
	platform: Platform,
): { readonly id: KeyActionId; readonly key: string; readonly why: Unavailable }[] {
	return keyActions.flatMap(({ id, place }: KeyAction & { id: KeyActionId }) =>
		(preset.keys[id]?.[platform] ?? []).flatMap((key) => {
			const why = whyNever(key, platform, place);
			return why === null ? [] : [{ id, key, why }];
		}),
	);
}

/** The actions that have the key where this one would meet them: one while typing and another while aligning at most. */
export function holdersOf(
	map: KeyMap,
	press: string,
	platform: Platform,
	{ id, place }: { readonly id: string; readonly place: KeyPlace },
): KeyActionId[] {
	return keyActions
		.filter((other) => other.id !== id && meet(other.place, place) && map[other.id][platform].includes(press))
		.map((other) => other.id);
}

/** Gives an action a key, alone; whoever had it loses it, by choice from now on. */
export function withKey(
	choices: KeyChoices,
	platform: Platform,
	action: { readonly id: KeyActionId; readonly place: KeyPlace },
	press: string,
): KeyChoices {
	const map = keyMapOf(choices);
	const own = { ...choices.own[platform] };
	for (const { id, place } of keyActions) {
		if (id === action.id || !meet(place, action.place)) continue;
		const keys = own[id] ?? map[id][platform];
		if (keys.includes(press)) own[id] = keys.filter((key) => key !== press);
	}
	return withOwn(choices, platform, { ...own, [action.id]: [press] });
}

/** Takes all keys from an action. */
export function withoutKeys(choices: KeyChoices, platform: Platform, id: KeyActionId): KeyChoices {
	return withOwn(choices, platform, { ...choices.own[platform], [id]: [] });
}

/** Gives an action back the keys of the preset; they may by now belong to another, by choice. */
export function withUsualKeys(choices: KeyChoices, platform: Platform, id: KeyActionId): KeyChoices {
	const { [id]: _, ...rest } = choices.own[platform];
	return withOwn(choices, platform, rest);
}

function withOwn(choices: KeyChoices, platform: Platform, own: KeyChoices["own"][Platform]): KeyChoices {
	return { ...choices, own: { ...choices.own, [platform]: own } };
}
