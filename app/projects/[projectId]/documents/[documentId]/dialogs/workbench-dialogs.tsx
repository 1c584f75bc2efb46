"use client";

import { type ComponentType, lazy, Suspense } from "react";
import { useDesk } from "../desk-context.tsx";
import GoToDialog from "./go-to-dialog.tsx";
import HelpDialog from "./help-dialog.tsx";

export type DialogName =
	| "goTo"
	| "help"
	| "label"
	| "details"
	| "attach"
	| "realign"
	| "convert"
	| "bridge"
	| "reimport";

/** Every dialog closes itself. Those that a key opens are there at once; the others are loaded when first opened. */
export interface DialogProps {
	readonly onClose: () => void;
	/** Puts the focus back to the text, instead of to the button that opened the dialog. */
	readonly onCloseAutoFocus: (event: Event) => void;
}

const dialogs: Readonly<Record<DialogName, ComponentType<DialogProps>>> = {
	goTo: GoToDialog,
	help: HelpDialog,
	label: lazy(() => import("./label-dialog.tsx")),
	details: lazy(() => import("./details-dialog.tsx")),
	attach: lazy(() => import("./attach-dialog.tsx")),
	convert: lazy(() => import("./convert-dialog.tsx")),
	bridge: lazy(() => import("./bridge-dialog.tsx")),
	reimport: lazy(() => import("./reimport-dialog.tsx")),
	realign: lazy(() => import("./realign-dialog.tsx")),
};

export function WorkbenchDialogs({
	open,
	onClose,
}: {
	readonly open: DialogName | null;
	readonly onClose: () => void;
}) {
	const desk = useDesk();
	if (open === null) return null;
	const Chosen = dialogs[open];
	const onCloseAutoFocus = (event: Event) => {
		event.preventDefault();
		desk.focus();
	};
	return (
		<Suspense fallback={null}>
			<Chosen onClose={onClose} onCloseAutoFocus={onCloseAutoFocus} />
		</Suspense>
	);
}
