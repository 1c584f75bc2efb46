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
	function submit(event: FormEvent): void {
		event.preventDefault();
		const number = Number(text);
		if (!Number.isInteger(number) || number < 1 || number > total) {
			setWrong(text);
			return;
		}
		onClose(); // at once: what is typed from now on is meant for the passage
		desk.turns.take(() => goToIndex(desk, number - 1));
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
			<form id="go-to" onSubmit={submit}>
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
