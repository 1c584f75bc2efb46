"use client";

import { useTranslations } from "next-intl";
import { useEffect, useId, useRef, useState } from "react";
import { Button } from "#app/_ui/button.tsx";
import type { Finding } from "#lib/core/qa/contract.ts";
import { type DismissalReason, dismissalReasons } from "#lib/core/qa/wire.ts";
import { useDesk } from "../desk-context.tsx";
import { type DismissalReach, dismiss, dismissalReaches } from "../store/dismiss.ts";
import { goToFinding } from "../store/finding-queue.ts";
import type { WireRow } from "../sync/wire.ts";

interface DismissFormProps {
	readonly row: WireRow;
	readonly finding: Finding;
	readonly onEnd: () => void;
}

const field = "h-8 w-full min-w-0 rounded-md border border-control bg-paper px-2 text-sm";

/** Notes that were left with Escape: they are there again while the page is. */
const begunNotes = new Map<string, string>();

const nameOf = ({ check, key, segment, start }: Finding): string => `${segment} ${check} ${key} ${start}`;

/** Why a finding is none, and how far that reaches. Enter dismisses and goes on to the next. */
export function DismissForm({ row, finding, onEnd }: DismissFormProps) {
	const t = useTranslations("checking");
	const desk = useDesk();
	const [reason, setReason] = useState<DismissalReason>("false-alarm");
	const [reach, setReach] = useState<DismissalReach>("this");
	const [note, setNote] = useState(() => begunNotes.get(nameOf(finding)) ?? "");
	const mayReach = (one: DismissalReach) =>
		one !== "never" || (desk.may("checks.manage") && finding.key !== "failed");
	const [busy, setBusy] = useState(false);
	const began = useRef<HTMLSelectElement>(null);
	const label = useId();
	useEffect(() => began.current?.focus(), []);
	async function submit() {
		if (busy) return;
		setBusy(true);
		const done = await dismiss(desk, row, finding, { reason, reach, note });
		setBusy(false);
		if (done) begunNotes.delete(nameOf(finding));
		else begunNotes.set(nameOf(finding), note);
		onEnd();
		if (!done) return desk.focus();
		const still = desk.row();
		if (still && desk.findings.of(still).length > 0) return desk.focus();
		desk.turns.take(() => goToFinding(desk, 1));
	}
	return (
		<form
			aria-labelledby={label}
			className="flex w-full flex-col gap-1.5"
			onSubmit={(event) => {
				event.preventDefault();
				void submit();
			}}
			onKeyDown={(event) => {
				if (event.nativeEvent.isComposing) return;
				if (event.key === "Enter" && event.target instanceof HTMLSelectElement) {
					event.preventDefault();
					void submit();
				}
				if (event.key !== "Escape") return;
				event.stopPropagation();
				begunNotes.set(nameOf(finding), note);
				onEnd();
				desk.focus();
			}}
		>
			<p id={label} className="text-sm">
				{t("why")}
			</p>
			<select
				ref={began}
				aria-label={t("reasonLabel")}
				className={field}
				value={reason}
				onChange={({ target }) =>
					setReason(dismissalReasons.find((one) => one === target.value) ?? "false-alarm")
				}
			>
				{dismissalReasons.map((one) => (
					<option key={one} value={one}>
						{t(`reason.${one}`)}
					</option>
				))}
			</select>
			<input
				aria-label={t("noteLabel")}
				placeholder={t("noteLabel")}
				className={field}
				value={note}
				maxLength={500}
				autoComplete="off"
				onChange={({ target }) => setNote(target.value)}
			/>
			<select
				aria-label={t("reachLabel")}
				className={field}
				value={reach}
				onChange={({ target }) => setReach(dismissalReaches.find((one) => one === target.value) ?? "this")}
			>
				{dismissalReaches.filter(mayReach).map((one) => (
					<option key={one} value={one}>
						{t(`reach.${one}`)}
					</option>
				))}
			</select>
			<div className="flex flex-wrap gap-2">
				<Button size="sm" type="submit" busy={busy}>
					{t("dismissAndNext")}
				</Button>
				<Button
					size="sm"
					variant="plain"
					onClick={() => {
						begunNotes.delete(nameOf(finding));
						onEnd();
					}}
				>
					{t("keep")}
				</Button>
			</div>
		</form>
	);
}
