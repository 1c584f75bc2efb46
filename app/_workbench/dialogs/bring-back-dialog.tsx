"use client";

import { useTranslations } from "next-intl";
import { toast } from "#app/_ui/toast.tsx";
import { ReturnDialog } from "#app/projects/[projectId]/documents/[documentId]/deliver/return-dialog.tsx";
import { useDesk } from "../desk-context.tsx";
import type { DialogProps } from "./workbench-dialogs.tsx";

/** Brings back a Word file that somebody edited outside. Live updates show what it brought. */
export default function BringBackDialog({ onClose, onCloseAutoFocus }: DialogProps) {
	const desk = useDesk();
	const t = useTranslations("word.back");
	return (
		<ReturnDialog
			documentId={desk.options.head.id}
			language={desk.language("target")}
			prepare={async () => {
				desk.typing.save();
				await desk.data.queue.whenIdle();
			}}
			onDone={({ suggestions, comments, file }) => toast.success(t("done", { suggestions, comments, file }))}
			onClose={onClose}
			onCloseAutoFocus={onCloseAutoFocus}
		/>
	);
}
