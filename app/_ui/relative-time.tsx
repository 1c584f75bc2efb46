"use client";

import { useLocale } from "next-intl";
import { useSyncExternalStore } from "react";
import { useDates } from "./use-dates.ts";

const steps = [
	["minute", 60],
	["hour", 60],
	["day", 24],
	["month", 30.4],
	["year", 12],
] as const;

/** "3 days ago", in the locale's words. */
function ago(seconds: number, locale: string): string {
	const words = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
	let unit: Intl.RelativeTimeFormatUnit = "second";
	let value = seconds;
	for (const [next, size] of steps) {
		if (Math.abs(value) < size) break;
		value /= size;
		unit = next;
	}
	return unit === "second" ? words.format(0, "second") : words.format(Math.round(value), unit);
}

function everyMinute(notify: () => void): () => void {
	const timer = setInterval(notify, 60_000);
	return () => clearInterval(timer);
}

const thisMinute = () => Math.floor(Date.now() / 60_000);

export interface RelativeTimeProps {
	/** ISO 8601 */
	readonly at: string;
	readonly className?: string;
}

/** How long ago, with the full date and time in the reader's own zone on hover. */
export function RelativeTime({ at, className }: RelativeTimeProps) {
	const locale = useLocale();
	const dates = useDates();
	const minute = useSyncExternalStore(everyMinute, thisMinute, () => null);
	const date = new Date(at);
	if (minute === null) {
		return (
			<time dateTime={at} className={className}>
				{at.slice(0, 10)}
			</time>
		);
	}
	return (
		<time dateTime={at} className={className} title={dates.longMoment(at)}>
			{ago(Math.min(0, (date.getTime() - Date.now()) / 1000), locale)}
		</time>
	);
}
