"use client";

import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "#app/_ui/button.tsx";
import { Menu, MenuItem } from "#app/_ui/menu.tsx";
import { SelectField } from "#app/_ui/select-field.tsx";
import { type DraftScope, draftScopes, passageScopes } from "#lib/core/measure/wire.ts";
import { queryOf, type Scope, type ScopeInAddress } from "./use-measures.ts";

interface ScopeBarProps {
	readonly scope: ScopeInAddress;
	/** Undefined until it is known. */
	readonly found:
		| { readonly drafts: DraftScope; readonly drafted: { readonly machine: number; readonly other: number } }
		| undefined;
}

/** What is measured. Which drafts is only asked where there are several kinds. */
export function ScopeBar({ scope, found }: ScopeBarProps) {
	const t = useTranslations("measures.scope");
	const several = found !== undefined && found.drafted.machine > 0 && found.drafted.other > 0;
	return (
		<div className="screen-only flex flex-wrap items-end gap-x-4 gap-y-3 pb-5">
			<SelectField
				label={t("passages")}
				value={scope.passages}
				values={passageScopes.toReversed()}
				name={(value) => t(`passagesOf.${value}`)}
				onChange={scope.setPassages}
				className="w-60 max-w-full"
			/>
			{several && (
				<SelectField
					label={t("drafts")}
					value={scope.drafts ?? found.drafts}
					values={draftScopes}
					name={(value) => t(`draftsOf.${value}`)}
					onChange={scope.setDrafts}
					className="w-60 max-w-full"
				/>
			)}
		</div>
	);
}

interface TableMenuProps {
	readonly path: string;
	readonly tables: readonly ("passages" | "documents" | "people" | "days")[];
	readonly scope: Scope;
}

/** The figures as CSV, of what is being looked at. */
export function TableMenu({ path, tables, scope }: TableMenuProps) {
	const t = useTranslations("measures.download");
	return (
		<Menu
			trigger={
				<Button variant="plain">
					<Download aria-hidden className="size-4" />
					{t("menu")}
				</Button>
			}
		>
			{tables.map((table) => (
				<MenuItem key={table} asChild>
					<a href={`/api/v1${path}/measures/tables/${table}?${queryOf(scope)}`} download>
						{t(table)}
					</a>
				</MenuItem>
			))}
		</Menu>
	);
}
