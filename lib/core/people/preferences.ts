/** What people choose for themselves: stored with the account, so that it follows them from browser to browser. */

export const densities = ["comfortable", "compact"] as const;
export type Density = (typeof densities)[number];

/** Where the passage one works on stands on the screen: wherever it is in sight, a third from the top, or in the middle. */
export const sights = ["nearest", "third", "middle"] as const;
export type RowSight = (typeof sights)[number];

/** Keys of actions by the actions' ids; none is a choice too. */
export type OwnKeys = Readonly<Record<string, readonly string[]>>;

/** Ids that no release knows (any more) are kept and mean nothing. */
export interface KeyChoices {
	readonly preset: string;
	readonly own: { readonly windows: OwnKeys; readonly mac: OwnKeys };
}

export interface Preferences {
	readonly keys: KeyChoices;
	readonly density: Density;
	readonly rowSight: RowSight;
}

/** Of somebody who has chosen nothing. */
export const usualPreferences: Preferences = {
	keys: { preset: "duizhao", own: { windows: {}, mac: {} } },
	density: "comfortable",
	rowSight: "nearest",
};
