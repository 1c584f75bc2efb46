"use client";

import { ChevronDown, ChevronUp, Replace, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { IconButton } from "#app/_ui/button.tsx";
import { useDesk, useWorkbench } from "../desk-context.tsx";
import type { OpenDialog } from "../keys/use-keys.ts";
import { lettersOf, optionsOf } from "../store/find-options.ts";
import type { FindState } from "../store/finder.ts";
import { placesFound } from "../store/found-places.ts";
import { useAddress } from "../use-address.ts";
import { FindOptionsBar } from "./find-options-bar.tsx";
import { ReplaceButtons, ReplaceField } from "./replace-line.tsx";

const inUrl = ["find", "how"] as const;

/** Looks for a text in the whole document; what is looked for, and how, is in the address. */
export function FindBar({ openDialog }: { readonly openDialog: OpenDialog }) {
	const desk = useDesk();
	const find = useWorkbench((state) => state.find);
	const [{ find: asked, how }, setAsked] = useAddress(inUrl);
	const begun = useRef(false);
	const query = find?.query ?? null; // follows what is typed when it rests
	const letters = find ? lettersOf(find.options) : null;
	useEffect(() => {
		if (begun.current) return;
		begun.current = true;
		if (asked) desk.finder.look(asked, optionsOf(how ?? ""));
	}, [desk, asked, how]);
	useEffect(() => {
		if (!begun.current || query === null) return;
		if (query !== (asked ?? "") || letters !== (how ?? ""))
			setAsked({ find: query || null, how: letters || null });
	}, [query, letters, asked, how, setAsked]);
	if (!find) return null;
	return <Bar find={find} openDialog={openDialog} onClose={() => setAsked({ find: null, how: null })} />;
}

interface BarProps {
	readonly find: FindState;
	readonly openDialog: OpenDialog;
	readonly onClose: () => void;
}

function Bar({ find, openDialog, onClose }: BarProps) {
	const desk = useDesk();
	const t = useTranslations("workbench.find");
	const field = useRef<HTMLInputElement>(null);
	const replacing = useWorkbench((state) => state.replacement !== null);
	const [text, setText] = useState(find.query);
	useEffect(() => {
		const focus = () => {
			field.current?.focus();
			field.current?.select();
		};
		desk.finder.focus = focus;
		if (desk.state.get().find?.query !== "") return;
		focus();
		const claim = () => {
			const { text, entered } = desk.typedEarly.claim();
			if (text !== "") {
				setText(text);
				desk.finder.look(text);
			}
			if (entered) desk.typedEarly.decide(() => desk.finder.step(1));
		};
		if (desk.typedEarly.entered) claim();
		else desk.turns.take(claim); // keys that wait for their turn are meant for the field too
	}, [desk]);
	const close = () => {
		desk.finder.close();
		onClose();
	};
	const step = (direction: 1 | -1) => desk.turns.take(() => desk.finder.step(direction));
	const preview = () => desk.turns.take(() => openDialog("replaceAll"));
	const toReplace = () => {
		if (replacing) desk.finder.focusReplacement();
		else desk.state.set({ replacement: "" });
	};
	const onKey = (event: KeyboardEvent) => {
		const wanted = wish(event);
		if (wanted === "replace" && !desk.may("rendering.edit")) return;
		if (wanted === "enter") step(event.shiftKey ? -1 : 1);
		else if (wanted === "close") close();
		else if (wanted === "find") field.current?.select();
		else if (wanted === "replace") toReplace();
		else return;
		event.preventDefault();
		event.stopPropagation();
	};
	return (
		<search
			aria-label={t("label")}
			onKeyDown={(event) => {
				const asked = event.key === "Enter" && (event.ctrlKey || event.metaKey);
				if (!replacing || !asked || event.nativeEvent.isComposing) return;
				event.preventDefault();
				event.stopPropagation();
				preview();
			}}
			className="screen-only grid grid-cols-[minmax(8rem,20rem)_minmax(0,1fr)] items-center gap-x-1 gap-y-1.5 border-b border-rule bg-raised px-4 py-1.5 max-md:grid-cols-1 max-md:px-2"
		>
			<input
				ref={field}
				type="text"
				value={text}
				maxLength={500}
				placeholder={t(desk.has.chinese ? "eitherScript" : "placeholder")}
				aria-label={t("label")}
				aria-invalid={find.problem ? true : undefined}
				autoComplete="off"
				spellCheck={false}
				className="h-8 min-w-0 rounded-md border border-control bg-paper px-2.5"
				onChange={(event) => {
					setText(event.target.value);
					desk.finder.look(event.target.value);
				}}
				onKeyDown={onKey}
			/>
			{replacing && <ReplaceField find={find} onClose={close} />}
			<div className="flex flex-wrap items-center gap-1 md:col-start-2 md:row-start-1">
				<FindOptionsBar find={find} text={text} />
				<Count find={find} />
				<div className="flex gap-1">
					<IconButton
						size="sm"
						label={t("previous")}
						icon={<ChevronUp aria-hidden className="size-4" />}
						disabled={!find.found || find.found.total === 0}
						onClick={() => step(-1)}
					/>
					<IconButton
						size="sm"
						label={t("next")}
						icon={<ChevronDown aria-hidden className="size-4" />}
						disabled={!find.found || find.found.total === 0}
						onClick={() => step(1)}
					/>
					{desk.may("rendering.edit") && (
						<IconButton
							size="sm"
							label={t("replace")}
							icon={<Replace aria-hidden className="size-4" />}
							aria-expanded={replacing}
							onClick={() => desk.state.set({ replacement: replacing ? null : "" })}
						/>
					)}
					<IconButton
						size="sm"
						label={t("close")}
						icon={<X aria-hidden className="size-4" />}
						onClick={close}
					/>
				</div>
			</div>
			{replacing && <ReplaceButtons find={find} onPreview={preview} />}
		</search>
	);
}

/** What a key in the field asks for; null: nothing of ours. */
function wish(event: KeyboardEvent): "enter" | "close" | "find" | "replace" | null {
	if (event.nativeEvent.isComposing || event.keyCode === 229) return null;
	if (event.key === "Enter") return event.ctrlKey || event.metaKey ? null : "enter";
	if (event.key === "Escape") return "close";
	const alone = !event.shiftKey && !event.altKey;
	if (event.code === "KeyF" && (event.ctrlKey || event.metaKey) && alone) return "find";
	if (event.code === "KeyH" && event.ctrlKey && alone) return "replace";
	if (event.code === "KeyF" && event.metaKey && event.altKey) return "replace";
	return null;
}

function Count({ find }: { readonly find: FindState }) {
	const t = useTranslations("workbench.find");
	const tell = useTranslations("search.problem");
	const { found, at, query, failed, problem } = find;
	const listed = found ? placesFound(find).length : 0;
	const said = problem
		? tell(problem.problem as "escape", problem.values as { what: string; column: number })
		: failed
			? t("failed")
			: query === ""
				? ""
				: !found
					? t("looking")
					: found.total === 0
						? t("none")
						: at < 0
							? t("count", { total: found.total })
							: t("at", { at: at + 1, total: found.total });
	return (
		<span
			role="status"
			className={
				problem
					? "px-1.5 text-sm text-danger"
					: "min-w-24 px-1.5 text-sm whitespace-nowrap text-ink-soft max-sm:min-w-0"
			}
		>
			{said}
			{found && listed < found.total && <span className="block text-xs">{t("listed", { listed })}</span>}
		</span>
	);
}
