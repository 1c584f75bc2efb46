"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { api } from "#app/_ui/api.ts";
import { Button } from "#app/_ui/button.tsx";
import { CopyField } from "#app/_ui/copy-field.tsx";
import { Field, Select, TextField } from "#app/_ui/field.tsx";
import { ProblemNote } from "#app/_ui/problem-note.tsx";
import { type Invitation, type RoleName, roleNames, useRefreshMembers } from "./members.ts";

interface InvitePanelProps {
	readonly projectId: string;
	readonly invitations: readonly Invitation[];
}

/** Makes an invitation link for an address; the link is shown once, to be copied. */
export function InvitePanel({ projectId, invitations }: InvitePanelProps) {
	const t = useTranslations("projects");
	const refresh = useRefreshMembers(projectId);
	const [email, setEmail] = useState("");
	const [role, setRole] = useState<RoleName>("reviewer");
	const [missing, setMissing] = useState(false);
	const invite = useMutation({
		mutationFn: (body: { email: string; role: RoleName }) =>
			api<{ link: string }>(`/projects/${projectId}/members`, { method: "POST", body }),
		onSuccess: async () => {
			setEmail("");
			await refresh();
		},
	});
	const isOpen = invitations.some(({ email: invited }) => invited === invite.variables?.email.toLowerCase());
	return (
		<section className="flex flex-col gap-4">
			<div>
				<h2 className="text-md font-semibold">{t("invite")}</h2>
				<p className="text-sm text-ink-soft">{t("inviteBody")}</p>
			</div>
			<form
				noValidate
				className="flex flex-col gap-4"
				onSubmit={(event) => {
					event.preventDefault();
					const address = email.trim();
					setMissing(address === "");
					if (address !== "" && !invite.isPending) invite.mutate({ email: address, role });
				}}
			>
				<TextField
					label={t("email")}
					type="email"
					autoComplete="off"
					value={email}
					error={missing && email.trim() === "" ? t("emailMissing") : undefined}
					onChange={(event) => setEmail(event.target.value)}
				/>
				<Field label={t("roleLabel")} hint={t(`roleMeaning.${role}`)}>
					{(control) => (
						<Select
							{...control}
							value={role}
							onChange={(event) => setRole(roleNames.find((name) => name === event.target.value) ?? role)}
						>
							{roleNames.map((name) => (
								<option key={name} value={name}>
									{t(`role.${name}`)}
								</option>
							))}
						</Select>
					)}
				</Field>
				<ProblemNote error={invite.error} />
				<Button type="submit" className="self-start" busy={invite.isPending}>
					{t("makeLink")}
				</Button>
			</form>
			{invite.data && isOpen && (
				<CopyField
					key={invite.data.link}
					label={t("linkFor", { email: invite.variables.email })}
					hint={t("linkHint")}
					value={new URL(invite.data.link, window.location.origin).href}
				/>
			)}
		</section>
	);
}
