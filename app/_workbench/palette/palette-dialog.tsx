"use client";

import { Command as Cmdk } from "cmdk";
import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { BareDialog } from "#app/_ui/dialog.tsx";
import { Kbd } from "#app/_ui/kbd.tsx";
import { useDesk } from "../desk-context.tsx";
import type { DialogProps } from "../dialogs/workbench-dialogs.tsx";
import { textOfPress } from "../keys/binding.ts";
import { actOnChoice } from "../keys/use-keys.ts";
import { type Command, type CommandSection, passageCommand, sectionsOf } from "./commands.ts";
import { recentCommands, rememberCommand } from "./recent.ts";
import { useCommands } from "./use-commands.ts";

/** Everything that can be done, by its name; what is chosen is done where the person was. */
export default function PaletteDialog({ onClose, onCloseAutoFocus, openDialog }: DialogProps) {
	const desk = useDesk();
	const t = useTranslations("commands.palette");
	const closed = useRef<() => void>(() => undefined);
	/** What was typed and pointed at last, before it is on the screen: an Enter means this. */
	const last = useRef({ query: "", pointed: "" });
	const [{ query, pointed }, show] = useState(last.current);
	/** An Enter that came before what it means was listed. */
	const [hurried, setHurried] = useState(false);
	const [recent] = useState(recentCommands);
	const { commands, complete } = useCommands((id) => actOnChoice(desk, id, openDialog));
	const listing = (text: string) => {
		const passage = passageCommand(desk, text, (number) => t("passage", { number }));
		return sectionsOf(commands, text, recent, passage);
	};
	const sections = listing(query);
	const selected = selectedOf(sections, pointed);

	function note(change: Partial<typeof last.current>): void {
		last.current = { ...last.current, ...change };
		show(last.current);
	}
	function enter(): void {
		const command = selectedOf(listing(last.current.query), last.current.pointed);
		setHurried(!command && !complete);
		if (command) run(command);
	}
	/** What is typed from now on is meant for the time after it. */
	function run(command: Command): void {
		if (command.lasting) rememberCommand(command.id);
		const { promise, resolve } = Promise.withResolvers<void>();
		closed.current = resolve;
		desk.typedEarly.decide(async () => {
			await promise;
			await command.act();
		});
		onClose();
	}
	useEffect(() => {
		if (hurried) enter();
	});
	function onKeyDown(event: KeyboardEvent): void {
		if (event.nativeEvent.isComposing || event.keyCode === 229) return;
		const press = textOfPress(event);
		const { windows, mac } = desk.state.get().keys.palette;
		const again = [...windows, ...mac].includes(press);
		if (press !== "Enter" && !again) return;
		event.preventDefault();
		if (again) onClose();
		else enter();
	}
	return (
		<BareDialog
			title={t("title")}
			onClose={onClose}
			onCloseAutoFocus={(event) => {
				onCloseAutoFocus(event);
				closed.current();
			}}
		>
			<Cmdk
				shouldFilter={false}
				loop
				vimBindings={false}
				label={t("title")}
				value={selected?.id ?? ""}
				onValueChange={(id) => note({ pointed: id })}
				onKeyDown={onKeyDown}
			>
				<div className="flex items-center gap-2.5 border-b border-rule px-4">
					<Search aria-hidden className="size-4 shrink-0 text-ink-faint" />
					<Cmdk.Input
						autoFocus
						value={query}
						onValueChange={(text) => {
							note({ query: text, pointed: "" });
							setHurried(false);
						}}
						onFocus={() => {
							const { text, entered } = desk.typedEarly.claim();
							if (text !== "") note({ query: text, pointed: "" });
							if (entered) setHurried(true);
						}}
						placeholder={t("placeholder")}
						className="h-11 w-full bg-transparent text-base outline-none placeholder:text-ink-faint"
					/>
				</div>
				<Cmdk.List className="max-h-[min(60vh,28rem)] overflow-y-auto p-1">
					<Cmdk.Empty className="px-3 py-6 text-center text-ink-soft">{t("none")}</Cmdk.Empty>
					{sections.map((section) => (
						<Section key={section.heading} section={section} onRun={run} />
					))}
				</Cmdk.List>
			</Cmdk>
		</BareDialog>
	);
}

/** What is pointed at where that is listed, else the first. */
function selectedOf(sections: readonly CommandSection[], pointed: string): Command | undefined {
	const listed = sections.flatMap(({ commands }) => commands);
	return listed.find(({ id }) => id === pointed) ?? listed[0];
}

interface SectionProps {
	readonly section: CommandSection;
	readonly onRun: (command: Command) => void;
}

function Section({ section: { heading, commands }, onRun }: SectionProps) {
	const t = useTranslations();
	const nameOf = (group: CommandSection["heading"]) =>
		t.has(`workbench.action.group.${group}` as never)
			? t(`workbench.action.group.${group}` as never)
			: t(`commands.palette.groups.${group}` as never);
	return (
		<Cmdk.Group
			{...(heading !== "found" && { heading: nameOf(heading) })}
			className="[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:text-ink-faint"
		>
			{commands.map((command) => (
				<Cmdk.Item
					key={command.id}
					value={command.id}
					onSelect={() => onRun(command)}
					className="flex min-h-8 items-center gap-3 rounded-sm px-2 py-1 data-[selected=true]:bg-wash"
				>
					<span className="min-w-0 flex-1 truncate" lang={command.lang}>
						{command.name}
					</span>
					{heading === "found" && (
						<span className="shrink-0 text-xs text-ink-faint max-sm:hidden">{nameOf(command.group)}</span>
					)}
					{command.caps.keys && <Kbd {...command.caps} keys={command.caps.keys} />}
				</Cmdk.Item>
			))}
		</Cmdk.Group>
	);
}
