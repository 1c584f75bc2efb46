import { type ActionGroup, actionGroups, type KeyAction } from "../keys/key-action.ts";
import { isOffered, type KeyActionId, keyActions } from "../keys/registry.ts";
import type { Caps } from "../keys/use-caps.ts";
import type { Desk } from "../store/desk.ts";
import { goToIndex } from "../store/travel.ts";
import { rankAny } from "./rank.ts";

export type CommandGroup = ActionGroup | "appearance" | "passages" | "headings" | "documents";

/** Something that can be chosen by its name. */
export interface Command {
	readonly id: string;
	readonly group: CommandGroup;
	readonly name: string;
	/** Further names it is found by: in the other language of the interface. */
	readonly also: readonly string[];
	/** The language of the name where it is the document's. */
	readonly lang?: string;
	readonly caps: Caps;
	/** Done in a turn of its own. */
	readonly act: () => unknown;
	/** It is there in every document: worth remembering. */
	readonly lasting: boolean;
}

export interface CommandSection {
	/** "recent", a group, or "found" for what fits a query, best first. */
	readonly heading: CommandGroup | "recent" | "found";
	readonly commands: readonly Command[];
}

interface Naming {
	readonly nameOf: (id: KeyActionId) => string;
	readonly otherNameOf: (id: KeyActionId) => string | null;
	readonly capsOf: (id: KeyActionId) => Caps;
	readonly act: (id: KeyActionId) => unknown;
}

/** Every action of the registry that is offered here and now. */
export function actionCommands(desk: Desk, { nameOf, otherNameOf, capsOf, act }: Naming): Command[] {
	const { permissions } = desk.state.get().head;
	return keyActions
		.filter((action: KeyAction) => isOffered(action, permissions, desk.has))
		.map(({ id, group }) => {
			const other = otherNameOf(id);
			return {
				id,
				group,
				name: nameOf(id),
				also: other === null ? [] : [other],
				caps: capsOf(id),
				act: () => act(id),
				lasting: true,
			};
		});
}

export function headingCommands(desk: Desk): Command[] {
	const { letters } = desk.state.get();
	const lang = desk.language(desk.state.get().head.sides.target ? "target" : "source");
	return (letters?.headings ?? []).map(({ index, passage, text }) => ({
		id: `heading ${passage}`,
		group: "headings",
		name: text,
		also: [],
		lang,
		caps: {},
		act: () => goToIndex(desk, index),
		lasting: false,
	}));
}

/** "412" or "#412": the passage of that number. */
export function passageCommand(desk: Desk, query: string, name: (number: number) => string): Command | null {
	const number = Number(/^\s*[#＃]?\s*(\d{1,9})\s*$/.exec(query.normalize("NFKC"))?.[1] ?? Number.NaN);
	if (!(number >= 1 && number <= desk.data.rows.total)) return null;
	return {
		id: `passage ${number}`,
		group: "passages",
		name: name(number),
		also: [],
		caps: {},
		act: () => goToIndex(desk, number - 1),
		lasting: false,
	};
}

const mostFound = 50;
/** What was chosen lately goes a little before what fits as well. */
const recentBonus = 3;

/** What the palette lists: all of it in groups, or what fits the query with the best first. */
export function sectionsOf(
	commands: readonly Command[],
	query: string,
	recent: readonly string[],
	passage: Command | null,
): CommandSection[] {
	if (query.trim() === "") return grouped(commands, recent);
	const fitting = commands
		.map((command) => ({ command, score: rankAny(query, [command.name, ...command.also]) }))
		.flatMap(({ command, score }) =>
			score === null ? [] : [{ command, score: score + (recent.includes(command.id) ? recentBonus : 0) }],
		)
		.toSorted((one, other) => other.score - one.score)
		.map(({ command }) => command);
	const found = [...(passage ? [passage] : []), ...fitting].slice(0, mostFound);
	return found.length === 0 ? [] : [{ heading: "found", commands: found }];
}

const groupsShown = [...actionGroups, "appearance"] as const;

function grouped(commands: readonly Command[], recent: readonly string[]): CommandSection[] {
	const lately = recent.flatMap((id) => commands.find((command) => command.id === id) ?? []);
	const groups = groupsShown.map((heading) => ({
		heading,
		commands: commands.filter(({ group, id }) => group === heading && !recent.includes(id)),
	}));
	return [{ heading: "recent" as const, commands: lately }, ...groups].filter(
		(section) => section.commands.length > 0,
	);
}
