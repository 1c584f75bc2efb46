"use client";

import { useTranslations } from "next-intl";
import { VersionList } from "#app/_revisions/version-list.tsx";
import { Dialog } from "#app/_ui/dialog.tsx";
import { Queries } from "#app/_ui/queries.tsx";
import { useDesk, useWorkbench } from "../desk-context.tsx";
import { useTaken } from "./use-taken.ts";
import type { DialogProps } from "./workbench-dialogs.tsx";

/** The versions of the document that have a name, and what can be done with them. */
export default function VersionsDialog({ onClose, onCloseAutoFocus, openDialog }: DialogProps) {
	const desk = useDesk();
	const t = useTranslations("versions");
	const taken = useTaken();
	const { id, projectId, permissions } = useWorkbench(({ head }) => head);
	return (
		<Dialog
			open
			onOpenChange={onClose}
			onCloseAutoFocus={onCloseAutoFocus}
			title={t("title")}
			description={t("explain")}
			size="lg"
		>
			{taken !== null && (
				<Queries>
					<VersionList
						documentId={id}
						address={`/projects/${projectId}/documents/${id}`}
						mayName={permissions.includes("document.describe")}
						onNamed={(answer) => {
							desk.data.changedBeside(answer);
							desk.settlement.headChanged();
						}}
						{...(permissions.includes("rendering.edit") && {
							onRestore: (version) => {
								desk.restoring = { to: version.is === "draft" ? "draft" : version.number, whole: true };
								openDialog("restore");
							},
						})}
						onShowSince={({ number }) => {
							desk.filterBy({ since: String(number), by: null });
							onClose();
						}}
					/>
				</Queries>
			)}
		</Dialog>
	);
}
