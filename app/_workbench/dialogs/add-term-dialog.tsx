"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { NewTermDialog } from "#app/_glossary/new-term-dialog.tsx";
import { Queries } from "#app/_ui/queries.tsx";
import { toast } from "#app/_ui/toast.tsx";
import { useDesk } from "../desk-context.tsx";
import { selectedSource } from "../store/selected-source.ts";
import { openGlossary } from "../store/term-actions.ts";
import type { DialogProps } from "./workbench-dialogs.tsx";

/** What is selected of the source and of its rendering as a term of the project's glossary. */
export default function AddTermDialog({ onClose, onCloseAutoFocus }: DialogProps) {
	const desk = useDesk();
	const t = useTranslations("glossary");
	const [first] = useState(() => {
		const script = /^zh-(hant|tw|hk|mo)/iu.test(desk.language("source")) ? "traditional" : "simplified";
		const rendering = desk.state.get().place?.side === "target" ? (desk.editor?.selected ?? "") : "";
		return { [script]: selectedSource(desk), renderings: [rendering.trim()] };
	});
	return (
		<Queries>
			<NewTermDialog
				projectId={desk.options.head.projectId}
				first={first}
				origin="person"
				domains={desk.state.get().terms?.domains ?? []}
				onClose={onClose}
				onCloseAutoFocus={onCloseAutoFocus}
				onSaved={({ simplified }) => {
					toast.success(t("saved", { source: simplified }));
					void desk.terms.reload();
				}}
				onOpenTaken={(id) => openGlossary(desk, id)}
			/>
		</Queries>
	);
}
