"use client";

import { useTranslations } from "next-intl";
import { RelativeTime } from "#app/_ui/relative-time.tsx";

/** Says that the text in the editor was brought back from this device. */
export function RestoredNote({ at }: { readonly at: number }) {
	const t = useTranslations("workbench.editor");
	return (
		<p role="status" data-plain className="mt-1.5 text-sm text-caution">
			{t.rich("restored", { when: () => <RelativeTime at={new Date(at).toISOString()} /> })}
		</p>
	);
}
