"use client";

import { Ellipsis } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Fragment } from "react";
import { Button, IconButton } from "#app/_ui/button.tsx";
import { Menu, MenuItem, MenuLabel, MenuSeparator } from "#app/_ui/menu.tsx";
import { useDesk, useWorkbench } from "./desk-context.tsx";
import type { DialogName } from "./dialogs/workbench-dialogs.tsx";
import { capsOf } from "./keys/binding.ts";
import { isOffered, type KeyAction, type KeyActionId, keyActions } from "./keys/registry.ts";
import { perform } from "./keys/use-keys.ts";
import { otherScript, sideToShow } from "./store/display.ts";

/** Some actions have no key. */
function capsIn({ keys: { windows, mac } }: KeyAction): { keys?: string; keysOnMac?: string } {
	return windows[0] && mac[0] ? { keys: capsOf(windows[0]), keysOnMac: capsOf(mac[0]) } : {};
}

interface ActionMenuProps {
	readonly openDialog: (dialog: DialogName) => void;
}

/** Where a key acts on rows, choosing it from the menu goes to aligning first. */
const groups = ["both", "review", "align"] as const;
/** Not actions to choose, but ways of moving about by keys. */
const byKeyOnly = new Set<KeyActionId>(["rowUp", "rowDown", "otherSide"]);

/** Every action of the key registry, by name, for the mouse. */
export function ActionMenu({ openDialog }: ActionMenuProps) {
	const desk = useDesk();
	const t = useTranslations("workbench.action");
	useWorkbench(({ head }) => head.description);
	useWorkbench(({ place }) => place);
	useWorkbench(({ turn }) => turn);
	const permissions = useWorkbench(({ head }) => head.permissions);
	const offered = keyActions.filter(
		(action) => isOffered(action, permissions, desk.has) && !byKeyOnly.has(action.id),
	);
	const display = useWorkbench((state) => state.display);
	function nameOf(id: KeyActionId): string {
		const side = sideToShow(desk);
		if (id !== "showScript" || side === null) return t(id);
		if (display) return t("showStored");
		return t(otherScript(desk, side) === "zh-Hant" ? "showTraditional" : "showSimplified");
	}
	function choose(action: (typeof keyActions)[number]): void {
		const { mode } = desk.state.get();
		if (action.place === "align" && action.id !== "toReview" && mode === "review") desk.setMode("align");
		desk.wantsFocus = true;
		perform(desk, action.id, openDialog);
	}
	return (
		<Menu
			trigger={
				<Button size="sm" variant="plain">
					{t("menu")}
				</Button>
			}
			onCloseAutoFocus={(event) => {
				event.preventDefault();
				desk.focus();
			}}
		>
			{groups.map((group) => {
				const items = offered.filter((action: KeyAction) => action.place === group);
				if (items.length === 0) return null;
				return (
					<Fragment key={group}>
						{group !== "both" && <MenuLabel>{t(`group.${group}`)}</MenuLabel>}
						{items.map((action) => (
							<MenuItem key={action.id} {...capsIn(action)} onSelect={() => choose(action)}>
								{nameOf(action.id)}
							</MenuItem>
						))}
					</Fragment>
				);
			})}
		</Menu>
	);
}

/** What concerns the document as a whole. */
export function DocumentMenu({ openDialog }: ActionMenuProps) {
	const t = useTranslations("workbench.header");
	const { projectId, id, permissions, sides } = useWorkbench((state) => state.head);
	const mayAttach = permissions.includes("document.import") && !(sides.source && sides.target);
	const here = `/projects/${projectId}/documents/${id}`;
	const may = permissions.includes("document.describe");
	return (
		<Menu
			trigger={<IconButton size="sm" label={t("more")} icon={<Ellipsis aria-hidden className="size-4" />} />}
		>
			<MenuItem asChild>
				<Link href={`${here}/compare`} className="sm:hidden">
					{t("compare")}
				</Link>
			</MenuItem>
			<MenuItem asChild>
				<Link href={`${here}/deliver`} className="sm:hidden">
					{t("deliver")}
				</Link>
			</MenuItem>
			{mayAttach && (
				<MenuItem onSelect={() => openDialog("attach")}>
					{t(sides.source ? "attachTarget" : "attachSource")}
				</MenuItem>
			)}
			{permissions.includes("document.import") && (
				<MenuItem onSelect={() => openDialog("reimport")}>{t("reimport")}</MenuItem>
			)}
			{may && <MenuItem onSelect={() => openDialog("label")}>{t("labelVersion")}</MenuItem>}
			<MenuItem onSelect={() => openDialog("details")}>{t(may ? "editDetails" : "details")}</MenuItem>
			<MenuSeparator />
			<MenuItem onSelect={() => openDialog("help")} keys="F1">
				{t("help")}
			</MenuItem>
		</Menu>
	);
}
