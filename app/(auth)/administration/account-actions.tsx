"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Ellipsis } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { api } from "../../_ui/api.ts";
import { IconButton } from "../../_ui/button.tsx";
import { ConfirmDialog } from "../../_ui/dialog.tsx";
import { Menu, MenuItem, MenuSeparator } from "../../_ui/menu.tsx";
import { useProblemSentence } from "../../_ui/problem-note.tsx";
import { toast } from "../../_ui/toast.tsx";
import type { Account } from "./account.ts";

export interface AccountActionsProps {
	readonly account: Account;
	readonly onLink: (path: string) => void;
}

export function AccountActions({ account, onLink }: AccountActionsProps) {
	const t = useTranslations("accounts.administration");
	const queries = useQueryClient();
	const sentence = useProblemSentence();
	const [disabling, setDisabling] = useState(false);
	const { name, administrator, disabled } = account;
	const path = `/accounts/${account.id}`;
	const onError = (error: unknown) => toast.error(sentence(error));
	const change = useMutation({
		mutationFn: (body: { administrator?: boolean; disabled?: boolean }) =>
			api(path, { method: "PATCH", body }),
		onSuccess: async () => {
			setDisabling(false);
			await queries.invalidateQueries({ queryKey: ["accounts"] });
			toast.success(t("changed"));
		},
		onError,
	});
	const end = useMutation({
		mutationFn: () => api(`${path}/sessions`, { method: "DELETE" }),
		onSuccess: () => toast.success(t("ended", { name })),
		onError,
	});
	const link = useMutation({
		mutationFn: () => api<{ link: string }>(`${path}/link`, { method: "POST" }),
		onSuccess: (answer) => onLink(answer.link),
		onError,
	});
	return (
		<>
			<Menu
				trigger={
					<IconButton label={t("actions", { name })} icon={<Ellipsis aria-hidden className="size-4" />} />
				}
			>
				{!disabled && <MenuItem onSelect={() => link.mutate()}>{t("link")}</MenuItem>}
				{!disabled && <MenuItem onSelect={() => end.mutate()}>{t("endSessions")}</MenuItem>}
				{!disabled && (
					<MenuItem onSelect={() => change.mutate({ administrator: !administrator })}>
						{t(administrator ? "takeAdministrator" : "makeAdministrator")}
					</MenuItem>
				)}
				{!disabled && <MenuSeparator />}
				{disabled ? (
					<MenuItem onSelect={() => change.mutate({ disabled: false })}>{t("enable")}</MenuItem>
				) : (
					<MenuItem destructive onSelect={() => setDisabling(true)}>
						{t("disable")}
					</MenuItem>
				)}
			</Menu>
			<ConfirmDialog
				open={disabling}
				onOpenChange={setDisabling}
				title={t("disableTitle", { name })}
				description={t("disableNote")}
				action={t("disable")}
				busy={change.isPending}
				onConfirm={() => change.mutate({ disabled: true })}
			/>
		</>
	);
}
