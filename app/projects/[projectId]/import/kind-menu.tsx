"use client";

import { useTranslations } from "next-intl";
import { classNames } from "#app/_ui/class-names.ts";
import { Menu, MenuChoice, MenuItem, MenuSeparator } from "#app/_ui/menu.tsx";
import type { SegmentKind, Side } from "#lib/core/document/model.ts";
import type { ChangeForm } from "./use-kept-form.ts";

const kinds = [
	"title",
	"meta",
	"heading",
	"body",
	"caption",
	"item",
	"cell",
	"footnote",
	"furniture",
] as const satisfies SegmentKind[];

interface KindMenuProps {
	readonly side: Side;
	readonly paragraph: number;
	readonly kind: SegmentKind;
	/** The names of all blocks of this side. */
	readonly keys: readonly string[];
	/** It is what somebody made of such a line on an earlier page of this publisher. */
	readonly learned: boolean;
	readonly change: ChangeForm;
}

/** What a paragraph is, in its margin. Setting aside can reach to either end: page furniture comes in runs. */
export function KindMenu({ side, paragraph, kind, keys, learned, change }: KindMenuProps) {
	const t = useTranslations("import");

	function set(chosen: SegmentKind, from: number, to: number): void {
		const named = keys.slice(from, to).map((key) => [key, chosen] as const);
		change((form) => ({
			...form,
			[side]: { ...form[side], kinds: { ...form[side].kinds, ...Object.fromEntries(named) } },
		}));
	}

	return (
		<Menu
			align="start"
			trigger={
				<button
					type="button"
					aria-label={t("kindOf", { number: paragraph + 1, kind: t(`kind.${kind}`) })}
					className={classNames(
						"max-w-full truncate rounded-sm px-1.5 py-0.5 text-xs hover:bg-wash",
						kind === "body" ? "text-ink-faint" : "text-ink-soft",
					)}
				>
					{t(`kind.${kind}`)}
					{learned && <span title={t("learned")}> ✓</span>}
				</button>
			}
		>
			<MenuChoice
				label={t("kindLabel")}
				value={kind}
				options={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
				onChange={(value) => set(value, paragraph, paragraph + 1)}
			/>
			<MenuSeparator />
			<MenuItem onSelect={() => set("furniture", 0, paragraph + 1)}>{t("asideAbove")}</MenuItem>
			<MenuItem onSelect={() => set("furniture", paragraph, keys.length)}>{t("asideBelow")}</MenuItem>
		</Menu>
	);
}
