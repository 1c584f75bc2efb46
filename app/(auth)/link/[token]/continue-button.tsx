"use client";

import { useMutation } from "@tanstack/react-query";
import { api } from "../../../_ui/api.ts";
import { Button } from "../../../_ui/button.tsx";
import { ProblemNote } from "../../../_ui/problem-note.tsx";
import { enter, go } from "../../enter.ts";

export interface ContinueButtonProps {
	readonly token: string;
	readonly next: string | null;
	/** Joins the project with the account that is signed in, instead of signing in. */
	readonly accept: boolean;
	readonly label: string;
}

async function accepted(token: string): Promise<string> {
	const { path } = await api<{ path: string }>("/invitations", { method: "POST", body: { token } });
	return path;
}

export function ContinueButton({ token, next, accept, label }: ContinueButtonProps) {
	const redeem = useMutation({
		mutationFn: () => (accept ? accepted(token) : enter("link", { token }, next)),
		onSuccess: go,
	});
	const busy = redeem.isPending || redeem.isSuccess;
	return (
		<div className="flex flex-col gap-4">
			<ProblemNote error={redeem.error} />
			<Button variant="primary" autoFocus busy={busy} onClick={() => redeem.mutate()}>
				{label}
			</Button>
		</div>
	);
}
