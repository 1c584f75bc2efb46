import type { AlignerId } from "#lib/core/align/registry.ts";
import type { Preferences } from "#lib/core/people/preferences.ts";
import type { KeyMap } from "../keys/key-map.ts";
import type { Fetch } from "../sync/transport.ts";
import type { DocumentHead, RowWindow } from "../sync/wire.ts";

/** Says something to the person: a key of workbench.json, or of the catalogue's problems, with its values. */
export type Say = (
	key: string,
	values?: Readonly<Record<string, string | number>>,
	extra?: {
		readonly tone?: "error" | "success";
		readonly action?: { readonly label: string; readonly run: () => void };
	},
) => void;

export interface DeskOptions {
	readonly head: DocumentHead;
	readonly window: RowWindow;
	readonly passage: string | null;
	readonly person: { readonly id: string; readonly name: string };
	readonly read: <Body>(path: string) => Promise<Body>;
	/** What the person chose for themselves; as usual without. */
	readonly preferences?: Preferences;
	/** The keys that these choices come to, worked out by the server; as the product comes without. */
	readonly keys?: KeyMap | null;
	/** The aligners that the server offers, the usual one first. */
	readonly aligners: readonly AlignerId[];
	/** How the server is spoken to, where it is not the browser's way. */
	readonly fetch?: Fetch;
}
