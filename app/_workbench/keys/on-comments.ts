import { each, type KeyAction, none } from "./key-action.ts";

/** What is said about passages, and suggested for them. */
export const onComments = [
	{
		id: "comment",
		group: "comments",
		place: "both",
		keys: each(["Ctrl+KeyM"], ["Alt+Meta+KeyM"]),
		permission: "comment",
	},
	{
		id: "nextComment",
		group: "comments",
		place: "both",
		keys: each(["Ctrl+F8"], ["Meta+F8"]),
		permission: null,
	},
	{
		id: "previousComment",
		group: "comments",
		place: "both",
		keys: each(["Ctrl+Shift+F8"], ["Shift+Meta+F8"]),
		permission: null,
	},
	{
		id: "suggestInstead",
		group: "comments",
		place: "both",
		keys: none(),
		permission: "rendering.edit",
	},
	{
		id: "acceptSuggestion",
		group: "comments",
		place: "both",
		keys: each(["Ctrl+Shift+Enter"], ["Shift+Meta+Enter"]),
		permission: "suggestion.decide",
	},
	{
		id: "rejectSuggestion",
		group: "comments",
		place: "both",
		keys: each(["Ctrl+Shift+KeyX"], ["Shift+Meta+KeyX"]),
		permission: "suggestion.decide",
	},
] as const satisfies readonly KeyAction[];
