"use client";

import { SlidersHorizontal } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useId, useRef, useState } from "react";
import { IconButton } from "#app/_ui/button.tsx";
import { FieldError, TextInput } from "#app/_ui/field.tsx";
import { Menu, MenuChoice, MenuSeparator, MenuTick } from "#app/_ui/menu.tsx";
import { useDesk, useWorkbench } from "../desk-context.tsx";
import { useFilterInUrl } from "../use-url.ts";

const sides = ["either", "source", "target"] as const;
const ticks = ["regex", "case", "word"] as const;

/** A text that passages hold, in either side or in one; how it is looked for is in the menu beside it. */
export function TextFilter() {
	const t = useTranslations("filter");
	const [filter, setFilter] = useFilterInUrl();
	const twoSided = useWorkbench(({ head }) => head.sides.source && head.sides.target);
	const problem = useProblem();
	const id = useId();
	const side = sides.find((one) => one === filter["side"]) ?? "either";
	const special = side !== "either" || ticks.some((name) => filter[name]);
	return (
		<div className="flex flex-col gap-1">
			<div className="flex items-center gap-0.5">
				<Field describedBy={problem ? id : null} />
				<Menu
					trigger={
						<IconButton
							size="sm"
							label={t("text.how")}
							icon={
								<SlidersHorizontal aria-hidden className={special ? "size-4 text-accent-text" : "size-4"} />
							}
						/>
					}
				>
					{twoSided && (
						<>
							<MenuChoice
								label={t("text.where")}
								value={side}
								stayOpen
								onChange={(value) => setFilter({ side: value === "either" ? null : value })}
								options={sides.map((value) => ({ value, label: t(`text.side.${value}`) }))}
							/>
							<MenuSeparator />
						</>
					)}
					{ticks.map((name) => (
						<MenuTick
							key={name}
							checked={Boolean(filter[name])}
							onChange={(checked) => setFilter({ [name]: checked ? "1" : null })}
						>
							{t(`text.${name}`)}
						</MenuTick>
					))}
				</Menu>
			</div>
			{problem && <FieldError id={id}>{problem}</FieldError>}
		</div>
	);
}

/** What is wrong with what is looked for. */
function useProblem(): string | null {
	const t = useTranslations("filter");
	const say = useTranslations("search.problem");
	const asked = useWorkbench((state) => state.asked);
	if (asked.kind === "failed") return t("failed");
	return asked.kind === "problem" ? say(asked.problem as "empty", asked.values as { most: number }) : null;
}

/** What is being composed is no text yet. */
function Field({ describedBy }: { readonly describedBy: string | null }) {
	const t = useTranslations("filter");
	const desk = useDesk();
	const [filter, setFilter] = useFilterInUrl();
	const wanted = filter["text"] ?? "";
	const [typed, setTyped] = useState(wanted);
	const sent = useRef(wanted);
	const field = useRef<HTMLInputElement>(null);
	useEffect(() => {
		if (wanted === sent.current) return;
		sent.current = wanted; // taken away or put in elsewhere
		setTyped(wanted);
	}, [wanted]);
	useEffect(() => {
		desk.focusFilter = () => {
			field.current?.focus();
			field.current?.select();
		};
		return () => {
			desk.focusFilter = () => undefined;
		};
	}, [desk]);
	function look(text: string): void {
		sent.current = text;
		setFilter({ text: text || null });
	}
	return (
		<TextInput
			ref={field}
			type="text"
			className="h-7! px-1.5! text-sm"
			aria-label={t("text.label")}
			placeholder={t(filter["regex"] ? "text.expression" : "text.placeholder")}
			aria-invalid={describedBy ? true : undefined}
			aria-describedby={describedBy ?? undefined}
			autoComplete="off"
			spellCheck={false}
			maxLength={500}
			value={typed}
			onChange={(event) => {
				setTyped(event.target.value);
				if (!(event.nativeEvent as InputEvent).isComposing) look(event.target.value);
			}}
			onCompositionEnd={(event) => look(event.currentTarget.value)}
			onKeyDown={(event) => {
				if (event.nativeEvent.isComposing || event.keyCode === 229) return;
				if (event.key === "Enter" || event.key === "Escape") desk.focus();
			}}
		/>
	);
}
