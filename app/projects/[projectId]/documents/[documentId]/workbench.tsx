"use client";

import { useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { useCallback, useEffect, useState } from "react";
import { api } from "#app/_ui/api.ts";
import { CodesProvider } from "#app/_ui/coded-text.tsx";
import { DeskProvider } from "./desk-context.tsx";
import { type DialogName, WorkbenchDialogs } from "./dialogs/workbench-dialogs.tsx";
import { BareNote } from "./grid/bare-note.tsx";
import { FindBar } from "./grid/find-bar.tsx";
import { Grid } from "./grid/grid.tsx";
import { GridHeader } from "./grid/grid-header.tsx";
import { PocketBar } from "./grid/pocket-bar.tsx";
import { TravelNote } from "./grid/travel-note.tsx";
import { WorkbenchHeader } from "./header.tsx";
import { useKeys } from "./keys/use-keys.ts";
import { Outline } from "./outline/outline.tsx";
import { Panel } from "./panel/panel.tsx";
import { Desk, type DeskOptions } from "./store/desk.ts";
import { beginSession } from "./store/session.ts";
import { goToNeighbour } from "./store/travel.ts";
import { useUrl } from "./use-url.ts";
import { useVoice } from "./use-voice.ts";

export type WorkbenchProps = Omit<DeskOptions, "read">;

/** Side columns that a narrow screen shows one at a time, over the text. */
export type Drawer = "outline" | "panel" | null;

const loadEditor = () => import("./editor/segment-editor.ts");

/** The editor's code is asked for at once, while the page is still being made alive. */
function openDesk(options: Omit<WorkbenchProps, "nonce">): Desk {
	const desk = new Desk({ ...options, read: (path) => api(path) });
	if (typeof window !== "undefined" && desk.may("rendering.edit")) void loadEditor();
	return desk;
}

/** The address as it is now: what the server rendered may be of an earlier visit that the browser goes back to. */
function asPassage(asked: string | null): string | null {
	return asked !== null && /^[0-9A-Za-z]{1,24}$/.test(asked) ? asked : null;
}

export function Workbench(options: WorkbenchProps) {
	const passage = useSearchParams().get("passage");
	const [desk] = useState(() => openDesk({ ...options, passage: asPassage(passage) }));
	const [dialog, setDialog] = useState<DialogName | null>(null);
	const [drawer, setDrawer] = useState<Drawer>(null);
	const openDialog = useCallback(
		(name: DialogName) => {
			desk.editor?.blur(); // at once: the next key is the dialog's
			setDialog(name);
		},
		[desk],
	);
	const findCode = useCallback((number: number) => desk.data.codeOf(number), [desk]);
	useVoice(desk);
	useSession(desk);
	useKeys(desk, openDialog);
	return (
		<DeskProvider value={desk}>
			<CodesProvider value={findCode}>
				<div data-workbench className="flex h-dvh flex-col overflow-hidden">
					<WorkbenchHeader openDialog={openDialog} drawer={drawer} setDrawer={setDrawer} />
					<div className="relative flex min-h-0 flex-1">
						<Outline
							shown={drawer === "outline"}
							onLeave={() => setDrawer(null)}
							onKeyboard={() => openDialog("goTo")}
						/>
						<main id="main" className="flex min-w-0 flex-1 flex-col">
							<FindBar />
							<BareNote openDialog={openDialog} />
							<GridHeader />
							<Grid />
							<TravelNote />
							<PocketBar />
						</main>
						<Panel shown={drawer === "panel"} openDialog={openDialog} />
					</div>
					<WorkbenchDialogs open={dialog} onClose={() => setDialog(null)} />
				</div>
			</CodesProvider>
			<UrlKeeper desk={desk} />
		</DeskProvider>
	);
}

/** The editor, the database of this device, and the log of others' changes, for as long as the page lives. */
function useSession(desk: Desk): void {
	const t = useTranslations("workbench.editor");
	desk.labels = { editSource: t("sourceLabel"), editRendering: t("renderingLabel") };
	useEffect(() => {
		let ended = false;
		const end = beginSession(desk);
		if (desk.may("rendering.edit")) {
			void loadEditor().then(({ SegmentEditor }) => {
				if (ended) return;
				const edge = (direction: 1 | -1) => goToNeighbour(desk, direction);
				const typed = (text: string) => desk.typed(text);
				desk.editor = new SegmentEditor(
					{ typed, replaced: () => desk.replaced(), edge },
					(number) => desk.data.codeOf(number),
					pageNonce(),
				);
				desk.state.set({ editorReady: true });
				desk.open(null);
			});
		}
		return () => {
			ended = true;
			end();
			desk.editor?.destroy();
			desk.editor = null;
			desk.state.set({ editorReady: false });
		};
	}, [desk]);
}

/**
 * Of the content policy, for the style element that the editor adds. A page keeps the policy it was loaded with,
 * whatever nonce the answers bring that change its screens.
 */
function pageNonce(): string | null {
	return document.querySelector<HTMLElement>("script[nonce]")?.nonce ?? null;
}

function UrlKeeper({ desk }: { readonly desk: Desk }) {
	useUrl(desk);
	return null;
}
