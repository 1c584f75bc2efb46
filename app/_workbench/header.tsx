"use client";

import { ArrowLeft, GitCompare, ListTree, PanelRight, Send } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Button, IconButton } from "#app/_ui/button.tsx";
import { AccountMenu } from "#app/_ui/site-header.tsx";
import { ActionMenu, DocumentMenu } from "./action-menu.tsx";
import { useDesk, useWorkbench } from "./desk-context.tsx";
import type { DrawerName } from "./drawer.tsx";
import { useActionName } from "./keys/use-action-name.ts";
import type { OpenDialog } from "./keys/use-keys.ts";
import { PeopleHere } from "./people/people-here.tsx";
import { SaveStatus } from "./status.tsx";
import type { SideColumn } from "./store/layout.ts";

interface WorkbenchHeaderProps {
	readonly openDialog: OpenDialog;
	readonly drawer: DrawerName;
	readonly setDrawer: (drawer: DrawerName) => void;
}

/** The document's name, where it belongs, whether it is saved, and everything that can be done with it. */
export function WorkbenchHeader({ openDialog, drawer, setDrawer }: WorkbenchHeaderProps) {
	const t = useTranslations("workbench.header");
	const desk = useDesk();
	const { projectId, projectName, id, description, sides, permissions } = useWorkbench((state) => state.head);
	const mode = useWorkbench((state) => state.mode);
	const here = `/projects/${projectId}/documents/${id}`;
	const nameOf = useActionName();
	const oneSided = !(sides.source && sides.target);
	const toggle = (name: "outline" | "panel") => () => setDrawer(drawer === name ? null : name);
	return (
		<header className="screen-only flex min-h-12 flex-wrap items-center gap-x-2 gap-y-0.5 border-b border-rule px-2 max-sm:gap-x-0">
			<IconButton
				className="lg:hidden"
				size="sm"
				label={t("outline")}
				icon={<ListTree aria-hidden className="size-4" />}
				aria-expanded={drawer === "outline"}
				onClick={toggle("outline")}
			/>
			<Fold column="outline" className="max-lg:hidden" />
			<Button asChild variant="plain" size="sm" className="max-w-48 min-w-0 shrink max-md:px-1 max-sm:w-7">
				<Link href={`/projects/${projectId}`} title={t("back", { project: projectName })}>
					<ArrowLeft aria-hidden className="size-4 shrink-0" />
					<span className="truncate max-md:sr-only">{projectName}</span>
				</Link>
			</Button>
			<h1
				className="min-w-16 flex-1 truncate font-serif text-md"
				lang={sides.target ? description.targetLanguage : description.sourceLanguage}
				title={description.title}
			>
				{description.title}
			</h1>
			<PeopleHere />
			<SaveStatus />
			{sides.source && sides.target && permissions.includes("rendering.edit") && <ModeSwitch />}
			{!oneSided && permissions.includes("align") && mode === "align" && (
				<Button size="sm" className="max-lg:hidden" onClick={() => openDialog("realign")}>
					{t("realign")}
				</Button>
			)}
			{oneSided && permissions.includes("document.import") && (
				<Button size="sm" className="max-sm:hidden" onClick={() => openDialog("attach")}>
					{nameOf("attach")}
				</Button>
			)}
			<ActionMenu openDialog={openDialog} />
			<nav className="flex items-center max-sm:hidden">
				<Button asChild variant="plain" size="sm">
					<Link href={`${here}/compare`} onClick={() => desk.typing.save()}>
						<GitCompare aria-hidden className="size-4" />
						<span className="max-xl:sr-only">{nameOf("compare")}</span>
					</Link>
				</Button>
				<Button asChild variant="plain" size="sm">
					<Link href={`${here}/deliver`} onClick={() => desk.typing.save()}>
						<Send aria-hidden className="size-4" />
						<span className="max-xl:sr-only">{nameOf("deliver")}</span>
					</Link>
				</Button>
			</nav>
			<DocumentMenu openDialog={openDialog} />
			<span className="max-md:hidden">
				<AccountMenu name={desk.options.person.name} />
			</span>
			<IconButton
				className="xl:hidden"
				size="sm"
				label={t("panel")}
				icon={<PanelRight aria-hidden className="size-4" />}
				aria-expanded={drawer === "panel"}
				onClick={toggle("panel")}
			/>
			<Fold column="panel" className="max-xl:hidden" />
		</header>
	);
}

/** Where there is room for the columns beside the text, each can be folded away. */
function Fold({ column, className }: { readonly column: SideColumn; readonly className: string }) {
	const t = useTranslations("workbench.header");
	const desk = useDesk();
	const folded = useWorkbench((state) => state.folded[column]);
	const Sign = column === "outline" ? ListTree : PanelRight;
	return (
		<IconButton
			className={className}
			size="sm"
			label={t(column)}
			icon={<Sign aria-hidden className="size-4" />}
			aria-expanded={!folded}
			onClick={() => desk.layout.toggleFold(column)}
		/>
	);
}

/** Review and align: what single keys do depends on it, so it is always in sight. */
function ModeSwitch() {
	const t = useTranslations("workbench.mode");
	const desk = useDesk();
	const mode = useWorkbench((state) => state.mode);
	return (
		<fieldset aria-label={t("label")} className="flex rounded-md border border-control max-sm:hidden">
			{(["review", "align"] as const).map((choice) => (
				<button
					key={choice}
					type="button"
					aria-pressed={mode === choice}
					className={`h-6.5 px-2.5 text-sm first:rounded-l-md last:rounded-r-md ${mode === choice ? "bg-ink text-paper" : "text-ink-soft hover:bg-wash"}`}
					onClick={() => desk.setMode(choice)}
				>
					{t(choice)}
				</button>
			))}
		</fieldset>
	);
}
