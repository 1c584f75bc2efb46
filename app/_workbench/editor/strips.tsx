"use client";

import type { Side } from "#lib/core/document/model.ts";
import { afterFirstRow } from "../after-first-row.tsx";
import { useWorkbench } from "../desk-context.tsx";
import type { WireSegment } from "../sync/wire.ts";

const DraftStrip = afterFirstRow(async () => (await import("./draft-strip.tsx")).DraftStrip);
const WroteStrip = afterFirstRow(async () => (await import("./wrote-strip.tsx")).WroteStrip);

interface StripsProps {
	readonly segment: WireSegment;
	readonly side: Side;
	readonly lang: string;
	/** The segment is in the editor: what is being typed counts. */
	readonly live: boolean;
}

/** What somebody chose to see beneath the text one is on. */
export function Strips({ side, ...shown }: StripsProps) {
	const strip = useWorkbench((state) => state.strip);
	const wrote = useWorkbench((state) => state.wrote);
	return (
		<>
			{strip && side === "target" && <DraftStrip {...shown} />}
			{wrote && <WroteStrip {...shown} />}
		</>
	);
}
