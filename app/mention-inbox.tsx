import Link from "next/link";
import { useTranslations } from "next-intl";
import { readable } from "#lib/core/comments/mentions.ts";
import type { WireMention } from "#lib/core/comments/wire.ts";
import { RelativeTime } from "./_ui/relative-time.tsx";

/** Where somebody called by name has not looked yet; opening a thread takes it from here. */
export function MentionInbox({ mentions }: { readonly mentions: readonly WireMention[] }) {
	const t = useTranslations("comments.inbox");
	if (mentions.length === 0) return null;
	return (
		<section aria-labelledby="mentions" className="mb-8 border-l-2 border-accent pl-4">
			<h2 id="mentions" className="mb-1 text-base font-semibold">
				{t("title")}
			</h2>
			<ul className="flex flex-col">
				{mentions.map((mention) => (
					<li key={`${mention.documentId} ${mention.thread}`} className="py-1.5">
						<Link
							href={`/projects/${mention.projectId}/documents/${mention.documentId}?comment=${mention.thread}`}
							className="text-base underline-offset-4 hover:underline hover:decoration-1"
						>
							{t("by", { name: mention.by, title: mention.title })}
						</Link>{" "}
						<RelativeTime at={mention.at} className="text-sm text-ink-faint" />
						<p className="line-clamp-2 text-sm text-ink-soft">{readable(mention.text, mention.people)}</p>
					</li>
				))}
			</ul>
		</section>
	);
}
