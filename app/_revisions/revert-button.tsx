"use client";

import { Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { api } from "#app/_ui/api.ts";
import { Button } from "#app/_ui/button.tsx";
import { ProblemNote } from "#app/_ui/problem-note.tsx";
import { newId } from "#app/_workbench/sync/new-id.ts";

export interface RevertButtonProps {
	readonly documentId: string;
	/** The revision that is taken back. */
	readonly number: number;
	/** Told once it is done; the answer is what saving an operation answers. */
	readonly onReverted?: (answer: { readonly number: number }) => void;
	readonly className?: string;
}

interface Reverted {
	readonly number: number;
	readonly undone: { readonly passages: number };
}

type State =
	| { readonly is: "idle" }
	| { readonly is: "sending" }
	| { readonly is: "done"; readonly by: number; readonly passages: number }
	| { readonly is: "failed"; readonly error: unknown };

/**
 * Takes one revision back, whoever made it, as a new one, and that back again. Where later work was built on it, it
 * says whose.
 */
export function RevertButton({ documentId, number, onReverted, className }: RevertButtonProps) {
	const t = useTranslations("versions.revert");
	const [state, setState] = useState<State>({ is: "idle" });
	const doing = state.is === "done" ? state.by : number;
	async function revert(): Promise<void> {
		setState({ is: "sending" });
		try {
			const path = `/documents/${documentId}/revisions/${doing}/revert`;
			const answer = await api<Reverted>(path, { method: "POST", body: { key: newId() } });
			const { passages } = answer.undone;
			setState(doing === number ? { is: "done", by: answer.number, passages } : { is: "idle" });
			onReverted?.(answer);
		} catch (error) {
			setState({ is: "failed", error });
		}
	}
	return (
		<div className={className}>
			<span className="flex flex-wrap items-center gap-x-2">
				<Button
					size="sm"
					variant="plain"
					className="text-ink-soft"
					busy={state.is === "sending"}
					aria-label={t(state.is === "done" ? "againOf" : "of", { number })}
					onClick={() => void revert()}
				>
					<Undo2 aria-hidden className="size-3.5" />
					{t(state.is === "done" ? "again" : "do")}
				</Button>
				<span role="status" className="text-sm text-ink-soft">
					{state.is === "done" && t("done", { number: state.by, passages: state.passages })}
				</span>
			</span>
			{state.is === "failed" && <ProblemNote error={state.error} className="mt-1 text-sm" />}
		</div>
	);
}
