"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { Fragment, type ReactNode } from "react";
import { CodedText } from "#app/_ui/coded-text.tsx";
import { StateSquare } from "#app/_ui/state-square.tsx";
import { TickAll } from "#app/_ui/tick-all.tsx";
import { MarkedText, noMatches } from "#app/_workbench/grid/marked-text.tsx";
import type { TouchedDocument, TouchedPassage, TouchedText } from "#lib/core/terms/wire.ts";

interface TouchedListProps {
	readonly projectId: string;
	readonly documents: readonly TouchedDocument[];
	readonly isChosen: (text: TouchedText) => boolean;
	readonly onChoose: (texts: readonly TouchedText[], chosen: boolean) => void;
}

const free = ({ passages }: TouchedDocument) =>
	passages.flatMap(({ texts }) => texts.filter(({ text }) => text !== null));

/** Document by document, the source left and the rendering with its difference right. */
export function TouchedList({ projectId, documents, isChosen, onChoose }: TouchedListProps) {
	return documents.map((document) => (
		<section key={document.id} className="flex flex-col">
			<WholeDocument document={document} isChosen={isChosen} onChoose={onChoose} />
			<ul>
				{document.passages.map((passage) => (
					<li
						key={passage.id}
						className="grid gap-x-6 gap-y-1 border-b border-rule py-2 [contain-intrinsic-size:auto_6rem] [content-visibility:auto] sm:grid-cols-2"
					>
						<Place projectId={projectId} document={document} passage={passage} />
						<div className="flex flex-col gap-1">
							{passage.texts.map((text) => (
								<Reworded
									key={text.id}
									text={text}
									language={document.targetLanguage}
									chosen={isChosen(text)}
									onChoose={(on) => onChoose([text], on)}
								/>
							))}
						</div>
					</li>
				))}
			</ul>
		</section>
	));
}

interface WholeDocumentProps extends Omit<TouchedListProps, "projectId" | "documents"> {
	readonly document: TouchedDocument;
}

function WholeDocument({ document, isChosen, onChoose }: WholeDocumentProps) {
	const texts = free(document);
	return (
		<TickAll
			className="border-b border-rule-strong pb-1 font-medium"
			all={texts.length > 0 && texts.every(isChosen)}
			some={texts.some(isChosen)}
			disabled={texts.length === 0}
			onChange={(on) => onChoose(texts, on)}
		>
			{document.title}
		</TickAll>
	);
}

interface PlaceProps {
	readonly projectId: string;
	readonly document: TouchedDocument;
	readonly passage: TouchedPassage;
}

function Place({ projectId, document, passage: { id, index, state, source, places } }: PlaceProps) {
	const t = useTranslations("glossary.touched");
	return (
		<div>
			<Link
				href={`/projects/${projectId}/documents/${document.id}?passage=${id}`}
				className="flex items-center gap-1.5 text-sm text-ink-soft underline-offset-4 hover:underline"
			>
				<StateSquare state={state} withoutSource={false} />
				{t("passage", { number: index + 1 })}
			</Link>
			<p lang={document.sourceLanguage} className="reading text-base!">
				<MarkedText text={source} matches={places} current={null} faults={noMatches} commented={noMatches} />
			</p>
		</div>
	);
}

interface RewordedProps {
	readonly text: TouchedText;
	readonly language: string;
	readonly chosen: boolean;
	readonly onChoose: (chosen: boolean) => void;
}

function Reworded({ text, language, chosen, onChoose }: RewordedProps) {
	const t = useTranslations("glossary.touched");
	const words = (
		<span lang={language} className="reading text-base!">
			<Difference text={text} />
		</span>
	);
	if (text.text === null)
		return (
			<p>
				{words}
				<span className="block text-sm text-caution">{t("byHand")}</span>
			</p>
		);
	return (
		<label className="flex items-start gap-2">
			<input
				type="checkbox"
				className="mt-1 size-4 shrink-0 accent-accent"
				checked={chosen}
				onChange={({ target }) => onChoose(target.checked)}
			/>
			<span className="min-w-0">{words}</span>
		</label>
	);
}

function Difference({ text: { before, places } }: { readonly text: TouchedText }): ReactNode {
	let at = 0;
	const pieces = places.map(({ start, end, after }) => {
		const between = before.slice(at, start);
		at = end;
		const found = before.slice(start, end);
		return (
			<Fragment key={start}>
				<CodedText text={between} />
				{after === null ? (
					<mark>
						<CodedText text={found} />
					</mark>
				) : (
					<>
						<del>{found}</del>
						<ins>{after}</ins>
					</>
				)}
			</Fragment>
		);
	});
	return [...pieces, <CodedText key="end" text={before.slice(at)} />];
}
