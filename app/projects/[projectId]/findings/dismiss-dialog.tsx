"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { Button } from "#app/_ui/button.tsx";
import { Dialog } from "#app/_ui/dialog.tsx";
import { TextField } from "#app/_ui/field.tsx";
import { ProblemNote } from "#app/_ui/problem-note.tsx";
import { SelectField } from "#app/_ui/select-field.tsx";
import { type DismissalReason, dismissalReasons, type ListedFinding } from "#lib/core/qa/wire.ts";
import { type Dismissing, reaches, useDismiss } from "./use-dismissing.ts";

interface DismissDialogProps {
	readonly projectId: string;
	readonly findings: readonly ListedFinding[];
	readonly onDone: () => void;
	readonly onClose: () => void;
	/** Puts the focus where what was dismissed stood. */
	readonly onLeave: () => void;
}

/** Why findings are none; of a single one also how far that reaches. Enter dismisses. */
export function DismissDialog({ projectId, findings, onDone, onClose, onLeave }: DismissDialogProps) {
	const t = useTranslations("projectFindings");
	const checking = useTranslations("checking");
	const common = useTranslations("common");
	const form = useId();
	const [reason, setReason] = useState<DismissalReason>("false-alarm");
	const [reach, setReach] = useState<Dismissing["reach"]>("this");
	const [note, setNote] = useState("");
	const dismiss = useDismiss(projectId);
	const send = useMutation({
		mutationFn: () => dismiss(findings, { reach, reason, note }),
		onSuccess: () => {
			onDone();
			onClose();
		},
	});
	const submit = (event: FormEvent) => {
		event.preventDefault();
		if (!send.isPending) send.mutate();
	};
	return (
		<Dialog
			open
			onOpenChange={onClose}
			onCloseAutoFocus={(event) => {
				event.preventDefault();
				onLeave();
			}}
			title={t("dismissing", { count: findings.length })}
			description={checking("why")}
			footer={
				<>
					<Button onClick={onClose}>{common("cancel")}</Button>
					<Button type="submit" form={form} variant="primary" busy={send.isPending}>
						{t("dismissNow")}
					</Button>
				</>
			}
		>
			<ProblemNote error={send.error} />
			<form id={form} className="flex flex-col gap-4" onSubmit={submit}>
				<SelectField
					label={checking("reasonLabel")}
					value={reason}
					values={dismissalReasons}
					name={(one) => checking(`reason.${one}`)}
					onChange={setReason}
				/>
				<TextField
					label={checking("noteLabel")}
					value={note}
					maxLength={500}
					autoComplete="off"
					onChange={({ target }) => setNote(target.value)}
				/>
				{findings.length === 1 && (
					<SelectField
						label={checking("reachLabel")}
						value={reach}
						values={reaches}
						name={(one) => checking(`reach.${one}`)}
						onChange={setReach}
					/>
				)}
			</form>
		</Dialog>
	);
}
