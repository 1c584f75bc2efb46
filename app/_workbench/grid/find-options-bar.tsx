"use client";

import { CaseSensitive, Regex, WholeWord } from "lucide-react";
import { useTranslations } from "next-intl";
import { classNames } from "#app/_ui/class-names.ts";
import { Tip } from "#app/_ui/tip.tsx";
import { useDesk } from "../desk-context.tsx";
import type { FindOptions } from "../store/find-options.ts";
import type { FindState } from "../store/finder.ts";

const ways = [
	{ id: "matchCase", Icon: CaseSensitive },
	{ id: "wholeWord", Icon: WholeWord },
	{ id: "regex", Icon: Regex },
] as const;

interface OptionsProps {
	readonly options: FindOptions;
	readonly onChange: (options: FindOptions) => void;
}

/** How a text is looked for: three switches. */
export function FindSwitches({ options, onChange }: OptionsProps) {
	const t = useTranslations("replace.how");
	return (
		<span className="flex items-center gap-0.5">
			{ways.map(({ id, Icon }) => (
				<Tip key={id} label={t(id)}>
					<button
						type="button"
						aria-pressed={options[id]}
						aria-label={t(id)}
						className={classNames(
							"flex size-7 items-center justify-center rounded-md border",
							options[id]
								? "border-control bg-accent-wash text-accent-text"
								: "border-transparent text-ink-soft hover:bg-wash",
						)}
						onClick={() => onChange({ ...options, [id]: !options[id] })}
					>
						<Icon aria-hidden className="size-4" />
					</button>
				</Tip>
			))}
		</span>
	);
}

/** The switches of the bar, and the side that is looked on. */
export function FindOptionsBar({ find, text }: { readonly find: FindState; readonly text: string }) {
	const desk = useDesk();
	const t = useTranslations("replace.side");
	const change = (options: FindOptions) => desk.finder.look(text, options);
	const { options } = find;
	return (
		<>
			<FindSwitches options={options} onChange={change} />
			{desk.twoSided && (
				<select
					aria-label={t("label")}
					className="h-7 rounded-md border border-control bg-paper px-1 text-sm"
					value={options.side ?? "both"}
					onChange={({ target: { value } }) =>
						change({ ...options, side: value === "source" || value === "target" ? value : null })
					}
				>
					<option value="both">{t("both")}</option>
					<option value="source">{t("source")}</option>
					<option value="target">{t("target")}</option>
				</select>
			)}
		</>
	);
}
