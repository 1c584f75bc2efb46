"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "#app/_ui/button.tsx";
import { Dialog } from "#app/_ui/dialog.tsx";
import { TextField } from "#app/_ui/field.tsx";
import { useDesk, useWorkbench } from "../desk-context.tsx";
import { goToIndex } from "../store/travel.ts";
import type { DialogProps } from "./workbench-dialogs.tsx";

export default function GoToDialog({ onClose, onCloseAutoFocus }: DialogProps) {
	const desk = useDesk();
	const t = useTranslations("workbench.dialog.goTo");
	const total = useWorkbench(({ rows }) => rows.total);
	const [text, setText] = useState("");
	const [wrong, setWrong] = useState<string | null>(null);
	async function submit(event: FormEvent): Promise<void> {
		event.preventDefault();
		const number = Number(text);
		if (!Number.isInteger(number) || number < 1 || number > total) return setWrong(text);
		await goToIndex(desk, number - 1);
		onClose();
	}
	return (
		<Dialog
			open
			onOpenChange={onClose}
			onCloseAutoFocus={onCloseAutoFocus}
			title={t("title")}
			footer={
				<Button variant="primary" type="submit" form="go-to">
					{t("go")}
				</Button>
			}
		>
			<form id="go-to" onSubmit={(event) => void submit(event)}>
				<TextField
					label={t("label", { total })}
					inputMode="numeric"
					autoComplete="off"
					value={text}
					onChange={(event) => setText(event.target.value.trim())}
					error={wrong === null ? undefined : t("wrong", { number: wrong })}
				/>
			</form>
		</Dialog>
	);
}
