"use client";

import { Ellipsis } from "lucide-react";
import { useTranslations } from "next-intl";
import { Fragment } from "react";
import { Button, IconButton } from "#app/_ui/button.tsx";
import { Menu, MenuItem, MenuLabel } from "#app/_ui/menu.tsx";
import { useDesk, useWorkbench } from "./desk-context.tsx";
import { type ActionGroup, actionGroups, type KeyAction } from "./keys/key-action.ts";
import { isOffered, keyActions } from "./keys/registry.ts";
import { useActionName } from "./keys/use-action-name.ts";
import { useCaps } from "./keys/use-caps.ts";
import { choose, type OpenDialog } from "./keys/use-keys.ts";

interface MenuProps {
	readonly openDialog: OpenDialog;
}

/** Every action of the key registry, by name, for the mouse. */
export function ActionMenu({ openDialog }: MenuProps) {
	const desk = useDesk();
	const t = useTranslations("workbench.action");
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
			<Groups groups={actionGroups} openDialog={openDialog} />
		</Menu>
	);
}

/** What concerns the document as a whole. */
export function DocumentMenu({ openDialog }: MenuProps) {
	const t = useTranslations("workbench.header");
	return (
		<Menu
			trigger={<IconButton size="sm" label={t("more")} icon={<Ellipsis aria-hidden className="size-4" />} />}
		>
			<Groups groups={["document", "help"]} openDialog={openDialog} />
		</Menu>
	);
}

interface GroupsProps extends MenuProps {
	readonly groups: readonly ActionGroup[];
}

/** Drawn only while the menu is open: what is offered is asked when it opens. */
function Groups({ groups, openDialog }: GroupsProps) {
	const desk = useDesk();
	const t = useTranslations("workbench.action.group");
	const nameOf = useActionName();
	const capsOf = useCaps();
	useWorkbench(({ place }) => place);
	useWorkbench(({ turn }) => turn);
	const permissions = useWorkbench(({ head }) => head.permissions);
	const offered = keyActions.filter(
		(action: KeyAction) => !action.byKeyOnly && isOffered(action, permissions, desk.has),
	);
	return groups.map((group) => {
		const items = offered.filter((action) => action.group === group);
		if (items.length === 0) return null;
		return (
			<Fragment key={group}>
				<MenuLabel>{t(group)}</MenuLabel>
				{items.map((action) => (
					<MenuItem
						key={action.id}
						{...capsOf(action.id)}
						onSelect={() => choose(desk, action.id, openDialog)}
					>
						{nameOf(action.id)}
					</MenuItem>
				))}
			</Fragment>
		);
	});
}
