"use client";

import { Check, Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useMemo, useState } from "react";
import { api } from "#app/_ui/api.ts";
import { Button } from "#app/_ui/button.tsx";
import { Field, Select, TextInput } from "#app/_ui/field.tsx";
import { ProblemNote } from "#app/_ui/problem-note.tsx";
import { writePlain } from "#app/_ui/rich-clipboard.ts";
import { Skeleton } from "#app/_ui/skeleton.tsx";
import { toast } from "#app/_ui/toast.tsx";
import { type NumberedPart, type NumberedPassage, writeParts } from "#lib/core/bridge/write-numbered.ts";
import type { BridgeLines } from "#lib/core/document/wire.ts";

/** What was copied last. */
export interface Copied {
	readonly passages: readonly number[];
	readonly numbering: string;
	/** All that there is. */
	readonly whole: boolean;
}

/** What engines and chats take at once; 0: all. */
const limits = [0, 20_000, 10_000, 5_000, 3_000, 1_500] as const;

interface Gathered {
	readonly passages: readonly NumberedPassage[];
	readonly numbering: string;
}

interface BridgeCopyProps {
	readonly path: string;
	readonly lang: string;
	readonly onCopied: (copied: Copied) => void;
}

/** The passages without a rendering, all or some, in one piece or in parts. */
export function BridgeCopy({ path, lang, onCopied }: BridgeCopyProps) {
	const t = useTranslations("workbench.bridge");
	const { gathered, error } = useGathered(path);
	return (
		<section className="flex flex-col gap-3">
			<h3 className="font-semibold">{t("copy")}</h3>
			{error !== null && <ProblemNote error={error} />}
			{gathered === null && error === null && (
				<div role="status">
					<span className="sr-only">{t("loading")}</span>
					<Skeleton className="w-1/2" />
				</div>
			)}
			{gathered?.passages.length === 0 && <p role="status">{t("none")}</p>}
			{gathered && gathered.passages.length > 0 && (
				<Parts gathered={gathered} lang={lang} onCopied={onCopied} />
			)}
		</section>
	);
}

function useGathered(path: string): { readonly gathered: Gathered | null; readonly error: unknown } {
	const [state, setState] = useState<{ gathered: Gathered | null; error: unknown }>({
		gathered: null,
		error: null,
	});
	useEffect(() => {
		const asking = new AbortController();
		gather(path, asking.signal).then(
			(gathered) => setState({ gathered, error: null }),
			(error: unknown) => {
				if (!asking.signal.aborted) setState({ gathered: null, error });
			},
		);
		return () => asking.abort();
	}, [path]);
	return state;
}

async function gather(path: string, signal: AbortSignal): Promise<Gathered> {
	const passages: NumberedPassage[] = [];
	for (let from = 1; ; ) {
		const lines = await api<BridgeLines>(`${path}?from=${from}`, { signal });
		passages.push(...lines.passages);
		if (lines.next === null) return { passages, numbering: lines.numbering };
		from = lines.next;
	}
}

function Parts({
	gathered,
	lang,
	onCopied,
}: Omit<BridgeCopyProps, "path"> & { readonly gathered: Gathered }) {
	const t = useTranslations("workbench.bridge");
	const { passages, numbering } = gathered;
	const [from, setFrom] = useState(String(passages[0]?.number ?? 1));
	const [to, setTo] = useState(String(passages.at(-1)?.number ?? 1));
	const [most, setMost] = useState<number>(0);
	const [done, setDone] = useState<ReadonlySet<string>>(new Set());
	const chosen = useMemo(
		() => passages.filter(({ number }) => number >= Number(from) && number <= Number(to)),
		[passages, from, to],
	);
	const parts = useMemo(
		() => writeParts(chosen, most === 0 ? Number.POSITIVE_INFINITY : most),
		[chosen, most],
	);
	const common = useTranslations("common");

	async function copy(part: NumberedPart): Promise<void> {
		try {
			await writePlain(part.text);
		} catch {
			toast.error(common("copyFailed"));
			return;
		}
		setDone((before) => new Set([...before, part.text]));
		onCopied({ passages: part.passages, numbering, whole: part.passages.length === passages.length });
	}

	return (
		<>
			<div className="flex flex-wrap gap-4">
				<Field label={t("from")} className="w-28">
					{(control) => <NumberInput {...control} value={from} onValue={setFrom} />}
				</Field>
				<Field label={t("to")} className="w-28">
					{(control) => <NumberInput {...control} value={to} onValue={setTo} />}
				</Field>
				<Field label={t("most")} className="min-w-56">
					{(control) => (
						<Select {...control} value={most} onChange={(event) => setMost(Number(event.target.value))}>
							{limits.map((limit) => (
								<option key={limit} value={limit}>
									{limit === 0 ? t("whole") : t("characters", { most: limit })}
								</option>
							))}
						</Select>
					)}
				</Field>
			</div>
			{parts.length === 0 && <p role="status">{t("nothingThere")}</p>}
			<ol className="-mx-1 flex max-h-56 flex-col overflow-y-auto px-1">
				{parts.map((part) => (
					<Part
						key={part.passages[0]}
						part={part}
						lang={lang}
						over={most > 0 && part.length > most}
						copied={done.has(part.text)}
						onCopy={() => void copy(part)}
					/>
				))}
			</ol>
		</>
	);
}

interface NumberInputProps {
	readonly id: string;
	readonly value: string;
	readonly onValue: (value: string) => void;
}

function NumberInput({ onValue, ...rest }: NumberInputProps) {
	return (
		<TextInput
			{...rest}
			inputMode="numeric"
			maxLength={6}
			onChange={(event) => onValue(event.target.value.replaceAll(/\D/g, ""))}
		/>
	);
}

interface PartProps {
	readonly part: NumberedPart;
	readonly lang: string;
	readonly over: boolean;
	readonly copied: boolean;
	readonly onCopy: () => void;
}

function Part({ part, lang, over, copied, onCopy }: PartProps) {
	const t = useTranslations("workbench.bridge");
	const { passages, length, text } = part;
	const [first, last] = [passages[0] ?? 0, passages.at(-1) ?? 0];
	const name = t("part", { count: passages.length, first, last });
	const Icon = copied ? Check : Copy;
	return (
		<li className="flex items-center gap-3 border-t border-rule py-1.5">
			<div className="min-w-0 flex-1">
				<p>
					<span className="font-medium">{name}</span>{" "}
					<span className="text-sm text-ink-faint">
						{t("size", { count: passages.length, length })}
						{over && `, ${t("over")}`}
					</span>
				</p>
				<p lang={lang} className="truncate text-sm text-ink-soft">
					{text.slice(0, 200)}
				</p>
			</div>
			<Button
				size="sm"
				icon={<Icon aria-hidden className="size-4" />}
				aria-label={`${t(copied ? "copied" : "copyPart")}: ${name}`}
				onClick={onCopy}
			>
				{t(copied ? "copied" : "copyPart")}
			</Button>
		</li>
	);
}
