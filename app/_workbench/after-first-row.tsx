"use client";

import { type ComponentType, lazy, memo, type ReactNode, Suspense, useEffect } from "react";
import { firstRowThere, load } from "./first-row.ts";
import { expectPart } from "./surroundings.ts";

/** Whoever comes from another page of the site has no page of the server's to look at meanwhile. */
const drawnByServer = () => document.querySelector("[data-workbench]") !== null;

/**
 * A part of the page that the server draws at once and that comes alive after the first row: until then it stands there
 * as the server drew it. Its properties must not change before; `meanwhile` keeps its place where no server drew it.
 */
export function afterFirstRow<Props extends object>(
	code: () => Promise<ComponentType<Props>>,
	meanwhile: ReactNode = null,
	onAlive: (() => void) | null = null,
) {
	// Also what is not shown yet: when there is a reason to show it, the server may be away.
	if (typeof window !== "undefined") void firstRowThere.then(() => load(code));
	const Part = lazy(async () => {
		if (typeof window !== "undefined" && drawnByServer()) await firstRowThere;
		return { default: await load(code) };
	});
	return memo((props: Props) => (
		<Suspense fallback={meanwhile}>
			<Part {...props} />
			{onAlive && <Alive tell={onAlive} />}
		</Suspense>
	));
}

/** One of the parts around the passages, which are always there. */
export function surrounding<Props extends object>(
	code: () => Promise<ComponentType<Props>>,
	meanwhile: ReactNode = null,
) {
	return afterFirstRow(code, meanwhile, expectPart());
}

function Alive({ tell }: { readonly tell: () => void }) {
	useEffect(tell, [tell]);
	return null;
}
