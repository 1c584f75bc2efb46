import { anywhere } from "./anywhere.ts";
import type { Has, KeyAction } from "./key-action.ts";
import { onComments } from "./on-comments.ts";
import { onDocument } from "./on-document.ts";
import { onMemory } from "./on-memory.ts";
import { onPassages } from "./on-passages.ts";
import { onTerms } from "./on-terms.ts";

/** Everything that can be done in the workbench. The keys, the menus, the palette and the help read this list and no other. */
export const keyActions = [
	...anywhere,
	...onPassages,
	...onComments,
	...onMemory,
	...onTerms,
	...onDocument,
] as const satisfies readonly KeyAction[];

export type RegisteredAction = (typeof keyActions)[number];
export type KeyActionId = RegisteredAction["id"];
/** Actions that are a dialog: what they do is done there. */
export type ActionInDialog = Extract<RegisteredAction, { readonly dialog: true }>["id"];

const byId: ReadonlyMap<string, KeyAction> = new Map(keyActions.map((action) => [action.id, action]));

export function actionNamed(id: KeyActionId): KeyAction {
	return byId.get(id) ?? keyActions[0];
}

export function isInDialog(id: KeyActionId): id is ActionInDialog {
	return actionNamed(id).dialog === true;
}

/** Whether this document and this person have the action at all. */
export function isOffered(action: KeyAction, permissions: readonly string[], has: Has): boolean {
	const missing = (Object.keys(has) as (keyof Has)[]).some(
		(condition) => action[condition] && !has[condition],
	);
	return !missing && (action.permission === null || permissions.includes(action.permission));
}
