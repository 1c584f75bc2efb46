"use client";

import type { Match } from "#lib/core/scripts/fold.ts";
import { useWorkbench } from "../desk-context.tsx";
import type { WireSegment } from "../sync/wire.ts";

const none: readonly Match[] = [];

/** What is commented on in a text; in another script than the stored one it is not drawn. */
export function useCommented({ id, text: stored }: WireSegment, text: string): readonly Match[] {
	return useWorkbench(({ comments }) => (text === stored && comments.spans.get(id)) || none);
}
