import { type KeyAction, none } from "./key-action.ts";

/** The project's glossary. */
export const onTerms = [
	{ id: "showTerms", group: "wording", place: "both", keys: none(), permission: null, twoSided: true },
	{
		id: "insertTerm",
		group: "wording",
		place: "both",
		keys: none(),
		permission: "rendering.edit",
		twoSided: true,
	},
	{
		id: "addTerm",
		group: "wording",
		place: "both",
		keys: none(),
		permission: "glossary.edit",
		dialog: true,
	},
	{ id: "glossary", group: "document", place: "both", keys: none(), permission: null },
] as const satisfies readonly KeyAction[];
