"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { LinkState } from "#lib/core/document/model.ts";
import { classNames } from "./class-names.ts";
import { type StateMark, unsureBelow } from "./state-marks.ts";

export const markColour: Readonly<Record<StateMark, string>> = {
	empty: "text-state-empty",
	draft: "text-state-draft",
	machine: "text-state-machine",
	edited: "text-state-edited",
	reviewed: "text-state-reviewed",
	approved: "text-state-approved",
};

const outline = (
	<rect x="1.5" y="1.5" width="9" height="9" fill="none" stroke="currentColor" strokeWidth="1.25" />
);

/** Emptier to fuller as the work goes on: dashed, open, crossed, half, full, sealed. */
const shapes: Readonly<Record<StateMark, ReactNode>> = {
	empty: (
		<rect
			x="1.5"
			y="1.5"
			width="9"
			height="9"
			fill="none"
			stroke="currentColor"
			strokeWidth="1.25"
			strokeDasharray="1.8 1.8"
		/>
	),
	draft: outline,
	machine: (
		<>
			{outline}
			<path d="M2 10 10 2" stroke="currentColor" strokeWidth="1.25" />
		</>
	),
	edited: (
		<>
			{outline}
			<path d="M1.5 10.5h9v-9z" fill="currentColor" />
		</>
	),
	reviewed: <rect x="0.9" y="0.9" width="10.2" height="10.2" fill="currentColor" />,
	approved: (
		<>
			<rect x="0.4" y="0.4" width="11.2" height="11.2" rx="1.2" fill="currentColor" />
			<path d="m3 6.2 2.1 2.1L9.1 4" fill="none" stroke="var(--paper)" strokeWidth="1.5" />
		</>
	),
};

export interface StateSquareProps {
	readonly state: StateMark;
	/** Reviewed or approved before a source was attached: the square is notched. */
	readonly withoutSource?: boolean;
	/** Drawn only, where the words stand beside it. */
	readonly decorative?: boolean;
	/** Edge in pixels. */
	readonly size?: number;
	readonly className?: string;
}

export function StateSquare(props: StateSquareProps) {
	const { state, withoutSource = false, decorative = false, size = 12, className } = props;
	const t = useTranslations("common");
	const name = withoutSource ? t("stateWithoutSource", { state: t(`state.${state}`) }) : t(`state.${state}`);
	return (
		<Drawing
			name={decorative ? null : name}
			width={size}
			height={size}
			viewBox="0 0 12 12"
			className={classNames(markColour[state], className)}
		>
			{shapes[state]}
			{withoutSource && <path d="M0 0h6L0 6z" fill="var(--paper)" />}
		</Drawing>
	);
}

interface DrawingProps {
	/** Null for a drawing whose words stand beside it. */
	readonly name: string | null;
	readonly width: number;
	readonly height: number;
	readonly viewBox: string;
	readonly className: string;
	readonly children: ReactNode;
}

function Drawing({ name, className, children, ...box }: DrawingProps) {
	const looks = classNames("shrink-0 print:text-ink", className);
	if (name === null) {
		return (
			<svg {...box} className={looks} aria-hidden="true">
				{children}
			</svg>
		);
	}
	return (
		<svg {...box} className={looks} role="img" aria-label={name}>
			<title>{name}</title>
			{children}
		</svg>
	);
}

/** In per cent, as it is shown: an aligner is never quite sure. */
export function percentOf(confidence: number): number {
	return Math.min(99, Math.round(confidence * 100));
}

const linkColour: Readonly<Record<LinkState, string>> = {
	automatic: "text-link-automatic",
	confirmed: "text-link-confirmed",
	stale: "text-link-stale",
};

export interface LinkMarkProps {
	readonly link: LinkState;
	/** 0–1, of an automatic link only. */
	readonly confidence?: number | null;
	/** The side on which there is nothing to link; it is drawn as a loose end. */
	readonly missing?: "source" | "target" | null;
	readonly decorative?: boolean;
	readonly className?: string;
}

/** The pairing of a passage: open ends (automatic), dashed (unsure), full ends (confirmed), parted (stale), one end (alone). */
export function LinkMark(props: LinkMarkProps) {
	const { link, confidence = null, missing = null, decorative = false, className } = props;
	const t = useTranslations("common");
	const unsure = link === "automatic" && confidence !== null && confidence < unsureBelow;
	const said =
		link === "automatic" && confidence !== null
			? t("linkConfidence", { percent: percentOf(confidence) })
			: t(`link.${link}`);
	const name =
		missing === null ? said : link === "automatic" ? t("alone") : t("aloneAnd", { link: t(`link.${link}`) });
	return (
		<Drawing
			name={decorative ? null : name}
			width={20}
			height={12}
			viewBox="0 0 20 12"
			className={classNames(unsure ? "text-caution" : linkColour[link], className)}
		>
			<LinkShape link={link} unsure={unsure} missing={missing} />
		</Drawing>
	);
}

interface LinkShapeProps {
	readonly link: LinkState;
	readonly unsure: boolean;
	readonly missing: "source" | "target" | null;
}

function LinkShape({ link, unsure, missing }: LinkShapeProps) {
	const line = { fill: "none", stroke: "currentColor", strokeWidth: 1.25 };
	if (missing !== null && link !== "stale") {
		const fill = link === "confirmed" ? "currentColor" : "none";
		return missing === "target" ? (
			<>
				<circle cx="3" cy="6" r="2" {...line} fill={fill} />
				<path d="M5 6h5M10 2v8" {...line} />
			</>
		) : (
			<>
				<circle cx="17" cy="6" r="2" {...line} fill={fill} />
				<path d="M15 6h-5M10 2v8" {...line} />
			</>
		);
	}
	if (link === "stale") {
		return (
			<>
				<path d="M1 6h6.5M12.5 6H19" {...line} />
				<path d="m11.5 2-3 8" {...line} />
			</>
		);
	}
	const ends = link === "confirmed" ? "currentColor" : "none";
	return (
		<>
			<path d="M5 6h10" {...line} {...(unsure && { strokeDasharray: "2 2" })} />
			<circle cx="3" cy="6" r="2" {...line} fill={ends} />
			<circle cx="17" cy="6" r="2" {...line} fill={ends} />
		</>
	);
}
