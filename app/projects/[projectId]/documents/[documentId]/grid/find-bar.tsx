"use client";

import { ChevronDown, ChevronUp, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { parseAsString, useQueryState } from "nuqs";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { IconButton } from "#app/_ui/button.tsx";
import { useDesk, useWorkbench } from "../desk-context.tsx";
import { type FindState, placesFound } from "../store/finder.ts";

const inUrl = parseAsString.withOptions({
	history: "replace",
	shallow: true,
	throttleMs: 300,
	scroll: false,
});

/** Looks for a text in the whole document; what is looked for is in the address. */
export function FindBar() {
	const desk = useDesk();
	const find = useWorkbench((state) => state.find);
	const [asked, setAsked] = useQueryState("find", inUrl);
	const begun = useRef(false);
	const query = find?.query ?? null; // follows what is typed when it rests
	useEffect(() => {
		if (begun.current) return;
		begun.current = true;
		if (asked) desk.finder.look(asked);
	}, [desk, asked]);
	useEffect(() => {
		if (begun.current && query !== null && query !== (asked ?? "")) void setAsked(query || null);
	}, [query, asked, setAsked]);
	if (!find) return null;
	return <Bar find={find} onClose={() => void setAsked(null)} />;
}

function Bar({ find, onClose }: { readonly find: FindState; readonly onClose: () => void }) {
	const desk = useDesk();
	const t = useTranslations("workbench.find");
	const field = useRef<HTMLInputElement>(null);
	useEffect(() => {
		const focus = () => {
			field.current?.focus();
			field.current?.select();
		};
		desk.finder.focus = focus;
		if (desk.state.get().find?.query === "") focus();
	}, [desk]);
	const [text, setText] = useState(find.query);
	const close = () => {
		desk.finder.close();
		onClose();
	};
	const step = (direction: 1 | -1) => desk.turns.take(() => desk.finder.step(direction));
	function onKey(event: KeyboardEvent): void {
		if (event.nativeEvent.isComposing || event.keyCode === 229) return;
		const again =
			event.code === "KeyF" && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
		if (event.key === "Enter") step(event.shiftKey ? -1 : 1);
		else if (event.key === "Escape") close();
		else if (again) field.current?.select();
		else return;
		event.preventDefault();
		event.stopPropagation();
	}
	return (
		<search
			aria-label={t("label")}
			className="screen-only flex flex-wrap items-center gap-1 border-b border-rule bg-raised px-4 py-1.5 max-md:px-2"
		>
			<input
				ref={field}
				type="text"
				value={text}
				maxLength={500}
				placeholder={t(desk.has.chinese ? "eitherScript" : "placeholder")}
				aria-label={t("label")}
				autoComplete="off"
				spellCheck={false}
				className="h-8 min-w-0 flex-1 rounded-md border border-control bg-paper px-2.5 md:max-w-80"
				onChange={(event) => {
					setText(event.target.value);
					desk.finder.look(event.target.value);
				}}
				onKeyDown={onKey}
			/>
			<Count find={find} />
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
			<IconButton size="sm" label={t("close")} icon={<X aria-hidden className="size-4" />} onClick={close} />
		</search>
	);
}

function Count({ find }: { readonly find: FindState }) {
	const t = useTranslations("workbench.find");
	const { found, at, query, failed } = find;
	const listed = found ? placesFound(find).length : 0;
	const said = failed
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
		<span role="status" className="min-w-24 px-1.5 text-sm whitespace-nowrap text-ink-soft max-sm:min-w-0">
			{said}
			{found && listed < found.total && <span className="block text-xs">{t("listed", { listed })}</span>}
		</span>
	);
}
