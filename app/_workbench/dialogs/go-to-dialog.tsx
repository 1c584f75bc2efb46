"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useEffect, useState } from "react";
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
	const [hurried, setHurried] = useState(false);
	const [wrong, setWrong] = useState<string | null>(null);
	useEffect(() => {
		if (!hurried) return;
		setHurried(false);
		go();
	});
	/** What was typed before the field was there goes before what is typed into it. */
	function claim(): void {
		const early = desk.typedEarly.claim();
		if (early.text !== "") setText(early.text);
		if (early.entered) setHurried(true);
	}
	function submit(event: FormEvent): void {
		event.preventDefault();
		go();
	}
	function go(): void {
		const number = Number(text);
		if (!Number.isInteger(number) || number < 1 || number > total) {
			setWrong(text);
			return;
		}
		onClose(); // at once: what is typed from now on is meant for the passage
		desk.typedEarly.decide(() => goToIndex(desk, number - 1));
	}
	return (
		<Dialog
			open
			onOpenChange={onClose}
			onOpenAutoFocus={focusOnly}
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
					onFocus={claim}
					onChange={(event) => setText(event.target.value.trim())}
					error={wrong === null ? undefined : t("wrong", { number: wrong })}
				/>
			</form>
		</Dialog>
	);
}

/** Selecting what is there already would let the next figure take its place. */
function focusOnly(event: Event): void {
	event.preventDefault();
	if (event.target instanceof HTMLElement) event.target.querySelector("input")?.focus();
}
