"use client";

import { CircleAlert } from "lucide-react";
import { useMessages, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Problem, unexpectedKey } from "./api.ts";
import { classNames } from "./class-names.ts";

/** Gives the sentence for anything a request threw. */
export function useProblemSentence(): (error: unknown) => string {
	const t = useTranslations();
	const messages = useMessages();
	return (error) => {
		const key = error instanceof Problem ? error.key : unexpectedKey;
		const values = error instanceof Problem ? plainValues(error.values) : {};
		const place = key.startsWith("reading.") ? placeOf(values) : null;
		const paths = [`problems.${key}`, key, `refusals.${key}`, `common.problem.${key}`];
		const sentence = t(
			paths.find((path) => has(messages, path)) ?? `common.problem.${unexpectedKey}`,
			values,
		);
		return place === null ? sentence : `${t(`common.place.${place}`, values)} ${sentence}`;
	};
}

/** Of a file that could not be read. A line alone is told from the second on: the first stands for the whole file. */
function placeOf({ line, column }: Readonly<Record<string, string | number>>): "column" | "line" | null {
	if (typeof line !== "number") return null;
	if (typeof column === "number") return "column";
	return line > 1 ? "line" : null;
}

function has(messages: unknown, path: string): boolean {
	let here = messages;
	for (const step of path.split(".")) {
		if (typeof here !== "object" || here === null) return false;
		here = Reflect.get(here, step);
	}
	return typeof here === "string" || Array.isArray(here); // one with values is taken apart
}

/** What a sentence can show: words and numbers. */
function plainValues(values: Readonly<Record<string, unknown>>): Record<string, string | number> {
	const plain: Record<string, string | number> = {};
	for (const [name, value] of Object.entries(values)) {
		plain[name] = typeof value === "string" || typeof value === "number" ? value : String(value);
	}
	return plain;
}

export interface ProblemNoteProps {
	readonly error: unknown;
	/** What to do about it: a retry button, for instance. */
	readonly action?: ReactNode;
	readonly className?: string;
}

/** Says what went wrong where it went wrong. Nothing is drawn for no error. */
export function ProblemNote({ error, action, className }: ProblemNoteProps) {
	const sentence = useProblemSentence();
	if (!error) return null;
	return (
		<div
			role="alert"
			className={classNames(
				"flex items-start gap-2.5 border-l-2 border-danger bg-danger-wash px-3 py-2.5",
				className,
			)}
		>
			<CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-danger" />
			<p className="flex-1">{sentence(error)}</p>
			{action}
		</div>
	);
}
