"use client";

import { useRouter, useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useCallback, useEffect, useState } from "react";
import { api } from "#app/_ui/api.ts";
import { classNames } from "#app/_ui/class-names.ts";
import { CodesProvider } from "#app/_ui/coded-text.tsx";
import { useToastsAside } from "#app/_ui/toast.tsx";
import { isChinese } from "#lib/core/text/language.ts";
import { settleAddress } from "./address.ts";
import { surrounding } from "./after-first-row.tsx";
import { DeskProvider, useWorkbench } from "./desk-context.tsx";
import type { DialogName } from "./dialogs/workbench-dialogs.tsx";
import { type DrawerName, onNarrowing } from "./drawer.tsx";
import { hasArrived, keepEarlyPresses } from "./early-presses.ts";
import { firstRowIsThere } from "./first-row.ts";
import { Grid } from "./grid/grid.tsx";
import { GridHeader } from "./grid/grid-header.tsx";
import { useKeys } from "./keys/use-keys.ts";
import { expectActions } from "./store/actions-here.ts";
import { Desk } from "./store/desk.ts";
import type { DeskOptions } from "./store/desk-options.ts";
import { beginSession } from "./store/session.ts";
import { expectMeeting } from "./store/settlement.ts";
import { goToNeighbour } from "./store/travel.ts";
import { useUrl } from "./use-url.ts";
import { useVoice } from "./use-voice.ts";

export type WorkbenchProps = Omit<DeskOptions, "read">;

const loadEditor = () => import("./editor/segment-editor.ts");

const Header = surrounding(
	async () => (await import("./header.tsx")).WorkbenchHeader,
	<div className="min-h-12 border-b border-rule" />,
);
const Outline = surrounding(
	async () => (await import("./outline/outline.tsx")).Outline,
	<div className="w-52 shrink-0 border-r border-rule max-lg:hidden 2xl:w-64" />,
);
const Panel = surrounding(
	async () => (await import("./panel/panel.tsx")).Panel,
	<div className="w-64 shrink-0 border-l border-rule max-xl:hidden 2xl:w-80" />,
);
const AboveGrid = surrounding(async () => (await import("./grid/above-grid.tsx")).AboveGrid);
const BelowGrid = surrounding(async () => (await import("./grid/below-grid.tsx")).BelowGrid);
const Dialogs = surrounding(async () => (await import("./dialogs/workbench-dialogs.tsx")).WorkbenchDialogs);
const FaultNote = surrounding(async () => (await import("./editor/fault-note.tsx")).FaultNote);

if (typeof window !== "undefined") keepEarlyPresses();

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
	const [drawer, setDrawer] = useDrawer();
	const openDialog = useCallback(
		(name: DialogName) => {
			desk.editor?.blur(); // at once: the next key is the dialog's
			desk.typedEarly.begin();
			setDialog(name);
		},
		[desk],
	);
	const closeDialog = useCallback(() => setDialog(null), []);
	const leaveDrawer = useCallback(() => setDrawer(null), [setDrawer]);
	const askNumber = useCallback(() => openDialog("goTo"), [openDialog]);
	const findCode = useCallback((number: number) => desk.data.codeOf(number), [desk]);
	const router = useRouter();
	desk.visit = (address) => {
		settleAddress();
		router.push(address);
	};
	desk.openDialog = openDialog;
	useEffect(() => {
		desk.showPanel = () => setDrawer("panel");
	}, [desk, setDrawer]);
	useVoice(desk);
	useAsked(desk, setDrawer);
	useSession(desk);
	useToastsAside();
	useKeys(desk, openDialog);
	return (
		<DeskProvider value={desk}>
			<CodesProvider value={findCode}>
				<div
					data-workbench
					className="flex h-dvh flex-col overflow-hidden"
					onKeyDownCapture={hasArrived}
					onPointerDownCapture={hasArrived}
					onMouseDownCapture={hasArrived}
					onClickCapture={hasArrived}
				>
					<Header openDialog={openDialog} drawer={drawer} setDrawer={setDrawer} />
					<div className="relative flex min-h-0 flex-1">
						<Outline shown={drawer === "outline"} onLeave={leaveDrawer} onKeyboard={askNumber} />
						<TextColumn>
							<AboveGrid openDialog={openDialog} />
							<GridHeader />
							<Grid />
							<BelowGrid />
						</TextColumn>
						<Panel shown={drawer === "panel"} onLeave={leaveDrawer} openDialog={openDialog} />
					</div>
					<FaultNote />
					<Dialogs open={dialog} onClose={closeDialog} openDialog={openDialog} />
				</div>
			</CodesProvider>
			<UrlKeeper desk={desk} />
		</DeskProvider>
	);
}

/** A column that is called on a wide screen is no drawer over the text when the screen becomes narrow. */
function useDrawer() {
	const [drawer, setDrawer] = useState<DrawerName>(null);
	useEffect(() => onNarrowing(() => setDrawer(null)), []);
	return [drawer, setDrawer] as const;
}

/** Where the panel is a drawer, it opens when the comments or a concordance are asked for. */
function useAsked(desk: Desk, setDrawer: (drawer: DrawerName) => void): void {
	useEffect(() => {
		const count = () => desk.comments.state.asked + (desk.state.get().concordance?.turn ?? 0);
		let seen = count();
		return desk.state.subscribe(() => {
			const asked = count();
			if (asked > seen) {
				setDrawer("panel");
				desk.layout.unfold("panel");
			}
			seen = asked;
		});
	}, [desk, setDrawer]);
}

/** Chinese says the same in less room than English does. */
function TextColumn({ children }: { readonly children: ReactNode }) {
	const { sides, description } = useWorkbench((state) => state.head);
	const uneven =
		sides.source && isChinese(description.sourceLanguage) && !isChinese(description.targetLanguage);
	return (
		<main
			id="main"
			tabIndex={-1}
			className={classNames("flex min-w-0 flex-1 flex-col", uneven && "[--source-share:0.82fr]")}
		>
			{children}
		</main>
	);
}

/** The editor, the database of this device, and the log of others' changes, for as long as the page lives. */
function useSession(desk: Desk): void {
	const t = useTranslations("workbench.editor");
	const comments = useTranslations("comments");
	useEffect(() => {
		desk.labels = {
			editSource: t("sourceLabel"),
			editRendering: t("renderingLabel"),
			suggest: comments("suggestLabel"),
		};
		desk.rename();
	}, [desk, t, comments]);
	useEffect(() => {
		let ended = false;
		const end = beginSession(desk);
		if (!desk.may("rendering.edit") && !desk.may("suggest")) settleSoon(desk);
		else {
			void loadEditor().then(({ SegmentEditor }) => {
				if (ended) return;
				const edge = (direction: 1 | -1) => goToNeighbour(desk, direction);
				const typed = (text: string) => desk.typed(text);
				desk.editor = new SegmentEditor(
					{
						typed,
						replaced: () => desk.replaced(),
						selected: () => desk.selected(),
						joined: (lines) => sayJoined(desk, lines),
						edge,
						commented: () => desk.comments.spansHere,
					},
					(number) => desk.data.codeOf(number),
					pageNonce(),
				);
				desk.state.set({ editorReady: true });
				desk.open(null);
				settleSoon(desk);
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

/** What the first row did not need is asked for once it is drawn. */
function settleSoon(desk: Desk): void {
	requestAnimationFrame(() =>
		requestAnimationFrame(() => {
			firstRowIsThere();
			desk.state.set({ settled: true });
			for (const expect of [expectActions, expectMeeting]) expect().catch(() => undefined); // what needs it asks again
		}),
	);
}

/** Says so where lines were pasted as one. */
function sayJoined(desk: Desk, lines: number): void {
	desk.say("joined", { lines }, { action: { label: "undo", run: () => void desk.editor?.undo() } });
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
