"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { api } from "#app/_ui/api.ts";
import { Button } from "#app/_ui/button.tsx";
import { useProblemSentence } from "#app/_ui/problem-note.tsx";
import { toast } from "#app/_ui/toast.tsx";
import { useDates } from "#app/_ui/use-dates.ts";
import { type Invitation, useRefreshMembers } from "./members.ts";

interface OpenInvitationsProps {
	readonly projectId: string;
	readonly invitations: readonly Invitation[];
}

export function OpenInvitations({ projectId, invitations }: OpenInvitationsProps) {
	const t = useTranslations("projects");
	const dates = useDates();
	if (invitations.length === 0) return null;
	return (
		<section>
			<h2 className="mb-2 text-sm font-medium text-ink-soft">{t("openInvitations")}</h2>
			<ul className="border-t border-rule">
				{invitations.map((invitation) => (
					<li
						key={invitation.email}
						className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-rule row-y-2"
					>
						<span className="min-w-0 flex-1 basis-52 break-words">
							{t("invitedAs", { email: invitation.email, role: t(`role.${invitation.role ?? "reader"}`) })}
						</span>
						<span className="text-sm text-ink-faint">
							{t("expires", {
								date: dates.day(invitation.expiresAt),
							})}
						</span>
						<Withdraw projectId={projectId} email={invitation.email} />
					</li>
				))}
			</ul>
		</section>
	);
}

function Withdraw({ projectId, email }: { readonly projectId: string; readonly email: string }) {
	const t = useTranslations("projects");
	const sentence = useProblemSentence();
	const refresh = useRefreshMembers(projectId);
	const withdraw = useMutation({
		mutationFn: () => api(`/projects/${projectId}/invitations`, { method: "DELETE", body: { email } }),
		onSuccess: () => {
			toast(t("withdrawn", { email }));
		},
		onError: (error) => {
			toast.error(sentence(error));
		},
		onSettled: refresh,
	});
	return (
		<Button
			size="sm"
			variant="plain"
			aria-label={t("withdrawFor", { email })}
			busy={withdraw.isPending}
			onClick={() => withdraw.mutate()}
		>
			{t("withdraw")}
		</Button>
	);
}
