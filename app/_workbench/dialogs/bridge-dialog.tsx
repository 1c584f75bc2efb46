"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { api } from "#app/_ui/api.ts";
import { Button } from "#app/_ui/button.tsx";
import { Dialog } from "#app/_ui/dialog.tsx";
import { Field, TextArea } from "#app/_ui/field.tsx";
import { ProblemNote } from "#app/_ui/problem-note.tsx";
import { useLongWork } from "#app/_ui/use-long-work.ts";
import type { Origin } from "#lib/core/document/model.ts";
import type { BridgePreview as Preview } from "#lib/core/document/wire.ts";
import { useDesk } from "../desk-context.tsx";
import { undo } from "../store/align-actions.ts";
import type { Desk } from "../store/desk.ts";
import { newId } from "../sync/new-id.ts";
import type { Answer } from "../sync/wire.ts";
import { BridgeCopy, type Copied } from "./bridge-copy.tsx";
import { BridgePreview } from "./bridge-preview.tsx";
import { OriginFields } from "./origin-fields.tsx";
import type { DialogProps } from "./workbench-dialogs.tsx";

interface Filled extends Answer {
	readonly filled: number;
	readonly skipped: number;
}

/** Typing rests so long before what was pasted is looked at. Milliseconds. */
const rest = 300;

/** Passages without a rendering go out as numbered lines, and what comes back is shown before it is filled in. */
export default function BridgeDialog({ onClose, onCloseAutoFocus }: DialogProps) {
	const desk = useDesk();
	const t = useTranslations("workbench.bridge");
	const path = `/documents/${desk.options.head.id}/bridge`;
	const [copied, setCopied] = useState<Copied | null>(null);
	const [text, setText] = useState("");
	const [origin, setOrigin] = useState<Origin>(() => usualOrigin(desk));
	const { preview, error } = usePreview(path, text, copied);
	const work = useLongWork();
	const busy = work.state.is === "sending" || work.state.is === "running";
	const named = origin.kind !== "machine" || origin.engine.trim() !== "";

	async function apply(): Promise<void> {
		desk.withdraw();
		desk.typing.save();
		await desk.data.queue.whenIdle();
		const made = await work.post<Filled>(path, { key: newId(), text, ...asked(copied), origin });
		if (!made) return;
		desk.changedBeside(made);
		onClose();
		desk.offerUndo("filled", { filled: made.filled, skipped: made.skipped }, () => undo(desk));
	}

	return (
		<Dialog
			open
			onOpenChange={onClose}
			onCloseAutoFocus={onCloseAutoFocus}
			title={t("title")}
			description={t("explain")}
			size="lg"
			footer={
				<>
					<span role="status" className="mr-auto self-center text-sm text-ink-soft">
						{work.state.is === "running" && t("filling")}
						{work.state.is !== "running" && preview !== null && (
							<>
								{t("brief", countsOf(preview))}
								{!named && preview.filled > 0 && ` ${t("nameFirst")}`}
							</>
						)}
					</span>
					<Button onClick={onClose}>{t("cancel")}</Button>
					<Button
						variant="primary"
						busy={busy}
						disabled={!preview || preview.filled === 0 || !named}
						onClick={() => void apply()}
					>
						{t("apply", { filled: preview?.filled ?? 0 })}
					</Button>
				</>
			}
		>
			<BridgeCopy path={path} lang={desk.language("source")} onCopied={setCopied} />
			<section className="flex flex-col gap-3 border-t border-rule pt-4">
				<h3 className="font-semibold">{t("paste")}</h3>
				<OriginFields origin={origin} onChange={setOrigin} />
				<Field label={t("pasteLabel")} hint={<PasteHint copied={copied} />}>
					{(control) => (
						<TextArea
							{...control}
							rows={6}
							lang={desk.language("target")}
							className="reading text-base!"
							value={text}
							onChange={(event) => setText(event.target.value)}
						/>
					)}
				</Field>
				{work.state.is === "failed" && <ProblemNote error={work.state.error} />}
				{error !== null && <ProblemNote error={error} />}
				{preview && (
					<BridgePreview
						preview={preview}
						languages={{ source: desk.language("source"), target: desk.language("target") }}
					/>
				)}
			</section>
		</Dialog>
	);
}

/** What comes back over the bridge is an engine's as a rule, and the one that the document knows already. */
function usualOrigin(desk: Desk): Origin {
	const known = desk.state.get().head.description.origins.findLast(({ kind }) => kind === "machine");
	return known ?? { kind: "machine", engine: "" };
}

/** What fits and what does not: in sight where the lines themselves are further down. */
const countsOf = ({ filled, missing, outOfOrder, extra }: Preview) => ({
	filled,
	missing: missing.count,
	outOfOrder: outOfOrder.count,
	extra: extra.count,
});

const asked = (copied: Copied | null) =>
	copied && { copied: rangesOf(copied.passages), numbering: copied.numbering };

/** Consecutive numbers as from–to. */
function rangesOf(numbers: readonly number[]): [number, number][] {
	const ranges: [number, number][] = [];
	for (const number of numbers) {
		const last = ranges.at(-1);
		if (last?.[1] === number - 1) last[1] = number;
		else ranges.push([number, number]);
	}
	return ranges;
}

function PasteHint({ copied }: { readonly copied: Copied | null }) {
	const t = useTranslations("workbench.bridge");
	const [first, last] = [copied?.passages[0], copied?.passages.at(-1)];
	if (!copied || copied.whole || first === undefined || last === undefined) return t("pasteHint");
	return t("pasteHintPart", { count: copied.passages.length, first, last });
}

/** What would come of the text as it is; of an older text nothing is shown. */
function usePreview(
	path: string,
	text: string,
	copied: Copied | null,
): { readonly preview: Preview | null; readonly error: unknown } {
	const [shown, setShown] = useState<{ preview: Preview | null; error: unknown }>(nothing);
	useEffect(() => {
		if (text.trim() === "") {
			setShown(nothing);
			return;
		}
		const asking = new AbortController();
		const timer = setTimeout(() => {
			const body = { key: newId(), text, ...asked(copied), preview: true };
			api<Preview>(path, { method: "POST", body, signal: asking.signal }).then(
				(preview) => setShown({ preview, error: null }),
				(error: unknown) => {
					if (!asking.signal.aborted) setShown({ preview: null, error });
				},
			);
		}, rest);
		return () => {
			asking.abort();
			clearTimeout(timer);
		};
	}, [path, text, copied]);
	return shown;
}

const nothing = { preview: null, error: null };
