"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { Kbd } from "#app/_ui/kbd.tsx";
import { useDesk, useWorkbench } from "../desk-context.tsx";
import { isToLookUp, longestLookup } from "../store/look-up.ts";

interface DictionaryAnswer {
	readonly available: boolean;
	readonly words: readonly {
		readonly text: string;
		readonly start: number;
		readonly entries: readonly {
			readonly traditional: string;
			readonly simplified: string;
			readonly pinyin: string;
			readonly glosses: readonly string[];
		}[];
	}[];
}

/** A selection is looked up when it has stood this long. Milliseconds. */
const rest = 250;
/** A longer selection is meant to be copied. Characters. */
const longestGlance = 30;

/** What the dictionary says of the words that were selected last; while this is in sight, selecting is asking. */
export function Lookup() {
	const desk = useDesk();
	const t = useTranslations("writing.lookup");
	const lookup = useWorkbench((state) => state.lookup);
	useSelections();
	const text = lookup?.text ?? "";
	const { data, isPending, isError } = useQuery({
		queryKey: ["dictionary", text],
		queryFn: () => desk.options.read<DictionaryAnswer>(`/dictionary?text=${encodeURIComponent(text)}`),
		enabled: text !== "",
		staleTime: Number.POSITIVE_INFINITY,
	});
	if (text === "")
		return <p className="text-sm text-ink-soft">{t.rich("hint", { keys: () => <Kbd keys="Shift+F3" /> })}</p>;
	if (isPending) return <p className="text-sm text-ink-soft">{t("loading")}</p>;
	if (isError) return <p className="text-sm text-danger">{t("failed")}</p>;
	if (!data.available) return <p className="text-sm text-ink-soft">{t("notInstalled")}</p>;
	if (data.words.length === 0) return <p className="text-sm text-ink-soft">{t("none")}</p>;
	return (
		<section aria-label={t("of")} className="flex flex-col gap-3 select-text">
			<Words words={data.words} />
			<p className="text-xs text-ink-faint">{t("from")}</p>
		</section>
	);
}

/** Each word once, in the order of the text. */
function Words({ words }: { readonly words: DictionaryAnswer["words"] }) {
	const seen = new Set<string>();
	const once = words.filter(({ text }) => !seen.has(text) && seen.add(text));
	return (
		<dl className="flex flex-col">
			{once.map(({ text, entries }) =>
				entries.map(({ traditional, simplified, pinyin, glosses }) => (
					<div
						key={`${text} ${traditional} ${pinyin} ${glosses[0]}`}
						className="border-b border-rule py-2 first:pt-0 last:border-b-0"
					>
						<dt className="flex flex-wrap items-baseline gap-x-2">
							<span lang="zh-Hans" className="reading text-base! font-medium">
								{simplified}
							</span>
							{traditional !== simplified && (
								<span lang="zh-Hant" className="reading text-base! text-ink-soft">
									{traditional}
								</span>
							)}
							<span className="text-sm text-ink-soft">{pinyin}</span>
						</dt>
						<dd className="text-sm">{glosses.join("; ")}</dd>
					</div>
				)),
			)}
		</dl>
	);
}

/** What somebody selects in a source text is looked up by itself. */
function useSelections(): void {
	const desk = useDesk();
	useEffect(() => {
		let timer: ReturnType<typeof setTimeout> | null = null;
		function look(): void {
			const selection = window.getSelection();
			const text = selection?.toString().trim() ?? "";
			const cell = selection?.anchorNode?.parentElement?.closest("[data-side=source]");
			const { lookup } = desk.state.get();
			if (!cell || !isToLookUp(text) || [...text].length > longestGlance || text === lookup?.text) return;
			desk.state.set({ lookup: { text: text.slice(0, longestLookup), turn: lookup?.turn ?? 0 } });
		}
		function onSelection(): void {
			if (timer) clearTimeout(timer);
			timer = setTimeout(look, rest);
		}
		document.addEventListener("selectionchange", onSelection);
		return () => {
			if (timer) clearTimeout(timer);
			document.removeEventListener("selectionchange", onSelection);
		};
	}, [desk]);
}
