"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { api } from "#app/_ui/api.ts";
import { Button } from "#app/_ui/button.tsx";
import { ConfirmDialog } from "#app/_ui/dialog.tsx";
import { Select } from "#app/_ui/field.tsx";
import { useProblemSentence } from "#app/_ui/problem-note.tsx";
import { toast } from "#app/_ui/toast.tsx";
import { may, type ProjectOnScreen } from "../project.ts";
import { type Member, roleNames, useRefreshMembers } from "./members.ts";

interface MemberRowProps {
	readonly member: Member;
	readonly isReader: boolean;
	readonly project: ProjectOnScreen;
}

export function MemberRow({ member, isReader, project }: MemberRowProps) {
	const t = useTranslations("projects");
	const manages = may(project, "members.manage");
	const remarks = [isReader && t("you"), member.disabled && t("disabled")].filter(
		(remark) => remark !== false,
	);
	return (
		<li className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-rule row-y-3">
			<div className="min-w-0 flex-1 basis-52">
				<p className="text-md">
					{member.name}
					{remarks.length > 0 && <span className="ml-2 text-sm text-ink-faint">{remarks.join(", ")}</span>}
				</p>
				<p className="truncate text-sm text-ink-faint">{member.email}</p>
			</div>
			{manages ? (
				<RoleSelect member={member} projectId={project.id} />
			) : (
				<span className="text-ink-soft">{t(`role.${member.role}`)}</span>
			)}
			<div className="-ml-2 basis-full sm:ml-0 sm:w-28 sm:basis-auto sm:text-right">
				{(manages || isReader) && <RemoveMember member={member} isReader={isReader} projectId={project.id} />}
			</div>
		</li>
	);
}

function RoleSelect({ member, projectId }: { readonly member: Member; readonly projectId: string }) {
	const t = useTranslations("projects");
	const sentence = useProblemSentence();
	const refresh = useRefreshMembers(projectId);
	const change = useMutation({
		mutationFn: (role: string) =>
			api(`/projects/${projectId}/members/${member.id}`, { method: "PATCH", body: { role } }),
		onSuccess: (_, role) => {
			toast.success(t("roleChanged", { name: member.name, role: t(`role.${role}`) }));
		},
		onError: (error) => {
			toast.error(sentence(error));
		},
		onSettled: refresh,
	});
	return (
		<Select
			className="w-32"
			aria-label={t("roleOf", { name: member.name })}
			value={change.isPending ? change.variables : member.role}
			onChange={(event) => change.mutate(event.target.value)}
		>
			{roleNames.map((role) => (
				<option key={role} value={role}>
					{t(`role.${role}`)}
				</option>
			))}
		</Select>
	);
}

interface RemoveMemberProps {
	readonly member: Member;
	readonly isReader: boolean;
	readonly projectId: string;
}

function RemoveMember({ member, isReader, projectId }: RemoveMemberProps) {
	const t = useTranslations("projects");
	const router = useRouter();
	const sentence = useProblemSentence();
	const refresh = useRefreshMembers(projectId);
	const [asking, setAsking] = useState(false);
	const remove = useMutation({
		mutationFn: () => api(`/projects/${projectId}/members/${member.id}`, { method: "DELETE" }),
		onSuccess: async () => {
			if (isReader) return router.push("/");
			toast(t("removed", { name: member.name }));
			await refresh();
		},
		onError: (error) => {
			toast.error(sentence(error));
		},
		onSettled: () => setAsking(false),
	});
	return (
		<>
			<Button
				size="sm"
				variant="plain"
				aria-label={isReader ? t("leave") : t("removeMember", { name: member.name })}
				onClick={() => setAsking(true)}
			>
				{isReader ? t("leave") : t("remove")}
			</Button>
			<ConfirmDialog
				open={asking}
				onOpenChange={setAsking}
				title={isReader ? t("leaveTitle") : t("removeTitle", { name: member.name })}
				description={isReader ? t("leaveBody") : t("removeBody")}
				action={isReader ? t("leave") : t("remove")}
				busy={remove.isPending}
				onConfirm={() => remove.mutate()}
			/>
		</>
	);
}
