"use client";

import { type ComponentType, lazy, Suspense, useEffect } from "react";
import { useDesk } from "../desk-context.tsx";
import type { ActionInDialog } from "../keys/registry.ts";
import { type OpenDialog, popups } from "../keys/use-keys.ts";

/** Every dialog is an action of the key registry. */
export type DialogName = ActionInDialog;

/** Every dialog closes itself. */
export interface DialogProps {
	readonly onClose: () => void;
	/** Puts the focus back to the text, instead of to the button that opened the dialog. */
	readonly onCloseAutoFocus: (event: Event) => void;
	readonly openDialog: OpenDialog;
}

const loadGoTo = () => import("./go-to-dialog.tsx");
const loadHelp = () => import("./help-dialog.tsx");

const loadPalette = () => import("../palette/palette-dialog.tsx");

/** Those that a key opens are to be there at once: they come as soon as the first row can be edited. */
function expectDialogs(): void {
	for (const load of [loadGoTo, loadHelp, loadPalette]) load().catch(() => undefined); // opening one asks again
}

const dialogs: Readonly<Record<DialogName, ComponentType<DialogProps>>> = {
	goTo: lazy(loadGoTo),
	help: lazy(loadHelp),
	palette: lazy(loadPalette),
	keys: lazy(() => import("./keys-dialog.tsx")),
	summary: lazy(() => import("./summary-dialog.tsx")),
	label: lazy(() => import("./label-dialog.tsx")),
	versions: lazy(() => import("./versions-dialog.tsx")),
	restore: lazy(() => import("./restore-dialog.tsx")),
	details: lazy(() => import("./details-dialog.tsx")),
	attach: lazy(() => import("./attach-dialog.tsx")),
	convert: lazy(() => import("./convert-dialog.tsx")),
	bridge: lazy(() => import("./bridge-dialog.tsx")),
	bringBack: lazy(() => import("./bring-back-dialog.tsx")),
	reimport: lazy(() => import("./reimport-dialog.tsx")),
	realign: lazy(() => import("./realign-dialog.tsx")),
	applyElsewhere: lazy(() => import("./same-dialog.tsx")),
	addTerm: lazy(() => import("./add-term-dialog.tsx")),
	fixAll: lazy(() => import("./fix-all-dialog.tsx")),
	replaceAll: lazy(() => import("./replace-dialog.tsx")),
};

interface WorkbenchDialogsProps {
	readonly open: DialogName | null;
	readonly onClose: () => void;
	readonly openDialog: OpenDialog;
}

export function WorkbenchDialogs({ open, onClose, openDialog }: WorkbenchDialogsProps) {
	const desk = useDesk();
	useEffect(expectDialogs, []);
	if (open === null) return null;
	const Chosen = dialogs[open];
	const onCloseAutoFocus = (event: Event) => {
		event.preventDefault();
		if (!document.activeElement?.closest(popups)) desk.focus(); // quick hands have opened the next one
	};
	return (
		<Suspense fallback={null}>
			<Chosen onClose={onClose} onCloseAutoFocus={onCloseAutoFocus} openDialog={openDialog} />
			<Arrival key={open} />
		</Suspense>
	);
}

/** The dialog is there and has the focus: keys are its own from now on. */
function Arrival() {
	const desk = useDesk();
	useEffect(() => {
		let settling: ReturnType<typeof setTimeout> | undefined;
		const look = () => {
			if (!document.activeElement?.closest(popups)) return;
			desk.typedEarly.end();
			clearTimeout(settling);
			settling = setTimeout(() => desk.typedEarly.settle()); // after the dialog had its chance to decide
		};
		look();
		document.addEventListener("focusin", look);
		return () => document.removeEventListener("focusin", look);
	}, [desk]);
	return null;
}
