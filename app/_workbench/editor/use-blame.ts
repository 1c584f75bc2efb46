import { useQuery } from "@tanstack/react-query";
import type { WireBlame } from "#lib/core/document/blame/wire.ts";
import { useDesk, useWorkbench } from "../desk-context.tsx";
import { readBeside } from "../sync/read-beside.ts";
import type { WireSegment } from "../sync/wire.ts";
import { useRested } from "../use-rested.ts";

/** Who wrote a segment's text as it is saved; asked for again when it is another. Null: not asked for yet. */
export function useBlame(segment: Pick<WireSegment, "id" | "version"> | null) {
	const desk = useDesk();
	const documentId = useWorkbench(({ head }) => head.id);
	const asked = useRested(segment && `${segment.id}@${segment.version}`);
	const id = asked?.split("@")[0] ?? "";
	const query = useQuery({
		queryKey: ["blame", documentId, id, asked],
		queryFn: ({ signal }) =>
			readBeside<WireBlame>(`/documents/${documentId}/segments/${id}/blame`, signal, desk),
		enabled: asked !== null,
		networkMode: "always",
		placeholderData: (known, before) => (before?.queryKey[2] === id ? known : undefined),
	});
	return { ...query, data: id === segment?.id ? query.data : undefined };
}
