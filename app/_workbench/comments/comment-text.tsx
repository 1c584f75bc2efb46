import { piecesOf } from "#lib/core/comments/mentions.ts";
import type { Mentioned } from "#lib/core/comments/wire.ts";

/** What somebody said, with the names of those who are mentioned. */
export function CommentText({ text, people }: { readonly text: string; readonly people: Mentioned }) {
	let at = 0;
	return (
		<p className="text-sm whitespace-pre-wrap [overflow-wrap:anywhere]">
			{piecesOf(text, people).map((piece) => {
				const key = `${at} ${piece.person ?? ""}`;
				at += piece.text.length;
				return piece.person === null ? (
					piece.text
				) : (
					<span key={key} className="font-medium text-accent-text">
						@{piece.text}
					</span>
				);
			})}
		</p>
	);
}
