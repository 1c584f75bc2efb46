import { classNames } from "./class-names.ts";
import { CodedText } from "./coded-text.tsx";

export interface TextChange {
	readonly kind: "same" | "deleted" | "inserted";
	readonly text: string;
}

export interface DiffTextProps {
	readonly changes: readonly TextChange[];
	readonly lang: string;
	readonly className?: string;
}

/** Struck and underlined as well as coloured, so that it reads in black and white. */
export function DiffText({ changes, lang, className }: DiffTextProps) {
	let offset = 0;
	return (
		<span lang={lang} className={classNames("reading", className)}>
			{changes.map((change) => {
				const key = `${change.kind}${offset}`;
				offset += change.text.length;
				if (change.kind === "deleted")
					return (
						<del key={key}>
							<CodedText text={change.text} />
						</del>
					);
				if (change.kind === "inserted")
					return (
						<ins key={key}>
							<CodedText text={change.text} />
						</ins>
					);
				return (
					<span key={key}>
						<CodedText text={change.text} />
					</span>
				);
			})}
		</span>
	);
}
