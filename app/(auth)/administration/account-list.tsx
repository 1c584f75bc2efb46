"use client";

import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { api } from "../../_ui/api.ts";
import { Button } from "../../_ui/button.tsx";
import { PageHeader } from "../../_ui/page-header.tsx";
import { ProblemNote } from "../../_ui/problem-note.tsx";
import { RelativeTime } from "../../_ui/relative-time.tsx";
import type { Account } from "./account.ts";
import { AccountActions } from "./account-actions.tsx";
import { LinkDialog } from "./link-dialog.tsx";
import { NewAccountDialog } from "./new-account-dialog.tsx";

export interface AccountListProps {
	readonly initial: readonly Account[];
	/** Id of the person who looks. */
	readonly self: string;
}

export function AccountList({ initial, self }: AccountListProps) {
	const t = useTranslations("accounts.administration");
	const [adding, setAdding] = useState(false);
	const [handedOut, setHandedOut] = useState<{ name: string; link: string } | null>(null);
	const { data, error } = useQuery({
		queryKey: ["accounts"],
		queryFn: ({ signal }) => api<{ accounts: readonly Account[] }>("/accounts", { signal }),
		initialData: { accounts: initial },
	});
	const add = (
		<Button variant="primary" icon={<Plus aria-hidden className="size-4" />} onClick={() => setAdding(true)}>
			{t("add")}
		</Button>
	);
	return (
		<>
			<PageHeader title={t("title")} note={t("note")} actions={add} />
			<ProblemNote error={error} className="mb-4" />
			<div className="overflow-x-auto">
				<table className="w-full text-left">
					<thead className="text-sm text-ink-faint">
						<tr className="border-b border-rule-strong">
							<th className="py-2 pr-4 font-medium">{t("person")}</th>
							<th className="py-2 pr-4 font-medium whitespace-nowrap">{t("kind")}</th>
							<th className="py-2 pr-4 font-medium max-sm:hidden">{t("since")}</th>
							<td className="py-2" />
						</tr>
					</thead>
					<tbody>
						{data.accounts.map((account) => (
							<tr key={account.id} className="border-b border-rule align-baseline">
								<td className="pr-4 row-y-3 [overflow-wrap:anywhere]">
									<span className={account.disabled ? "text-ink-faint line-through" : "font-medium"}>
										{account.name}
									</span>
									{account.id === self && <span className="ml-2 text-sm text-ink-faint">{t("you")}</span>}
									<span className="block text-sm text-ink-soft">{account.email}</span>
								</td>
								<td className="pr-4 row-y-3 text-ink-soft max-sm:wrap-normal sm:whitespace-nowrap [word-break:keep-all]">
									{account.disabled ? t("disabled") : t(account.administrator ? "administrator" : "member")}
								</td>
								<td className="pr-4 row-y-3 text-ink-soft max-sm:hidden">
									<RelativeTime at={account.createdAt} />
								</td>
								<td className="row-y-2 text-right">
									<AccountActions
										account={account}
										onLink={(link) => setHandedOut({ name: account.name, link })}
									/>
								</td>
							</tr>
						))}
					</tbody>
				</table>
			</div>
			<NewAccountDialog open={adding} onOpenChange={setAdding} onAdded={setHandedOut} />
			<LinkDialog handedOut={handedOut} onClose={() => setHandedOut(null)} />
		</>
	);
}
